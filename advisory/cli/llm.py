"""The way to a language model: any endpoint that speaks the chat interface of OpenAI.

One request of one kind needs no library of its own: `urllib` of the standard library sends it. A
reply is read to a fixed length and a fixed time, no redirect is followed, and the key, if any,
comes from ADVISORY_LLM_KEY and goes nowhere but to the address that was named.
"""

import json
import os
import time
from collections.abc import Callable
from http.client import HTTPException, HTTPResponse
from urllib.parse import urlsplit
from urllib.request import HTTPRedirectHandler, ProxyHandler, Request, build_opener

from advisory.errors import UserError
from advisory.extraction.helped import MOST_REPLY

SEED = 1
_SECONDS, _CHUNK = 60.0, 65_536
_LONGEST = 10 * MOST_REPLY  # bytes of a reply with all that is around it


class _NoRedirect(HTTPRedirectHandler):
    def redirect_request(self, *_: object) -> None:
        """Follow nothing: the text was meant for one address."""


def asking(url: str, model: str) -> Callable[[str, str], str]:
    """Return what sends instructions and data to the model, and gives back its reply.

    Args:
        url: The base address, as in `http://127.0.0.1:8080/v1`.
        model: The name under which the endpoint knows the model.

    Raises:
        UserError: If the address is none of HTTP.
    """
    if urlsplit(url).scheme not in {"http", "https"} or not urlsplit(url).hostname:
        raise UserError(f"--llm {url}: an address begins with http:// or https://.")
    opener = build_opener(_NoRedirect, ProxyHandler({}))
    headers = {"Content-Type": "application/json"}
    if key := os.environ.get("ADVISORY_LLM_KEY"):
        headers["Authorization"] = f"Bearer {key}"

    def ask(instructions: str, data: str) -> str:
        body = json.dumps(_request(model, instructions, data)).encode("ascii")
        request = Request(f"{url.rstrip('/')}/chat/completions", body, headers)  # noqa: S310 - checked
        try:
            with opener.open(request, timeout=_SECONDS) as response:
                return _content(_read(response))
        except HTTPException as error:
            raise OSError(str(error)) from None

    return ask


def _request(model: str, instructions: str, data: str) -> dict[str, object]:
    return {
        "model": model,
        "temperature": 0,
        "seed": SEED,
        "messages": [
            {"role": "system", "content": instructions},
            {"role": "user", "content": data},
        ],
    }


def _read(response: HTTPResponse) -> bytes:
    """Return the body of a reply that ends within its length and its time."""
    until, body = time.monotonic() + _SECONDS, b""
    while chunk := response.read1(_CHUNK):
        body += chunk
        if len(body) > _LONGEST or time.monotonic() > until:
            raise OSError("the reply does not end")
    return body


def _content(body: bytes) -> str:
    """Return the words of a reply.

    Raises:
        ValueError: If it is not what the interface says.
    """
    try:
        content = json.loads(body)["choices"][0]["message"]["content"]
    except (KeyError, IndexError, TypeError):
        raise ValueError("the reply has no message") from None
    if not isinstance(content, str):
        raise ValueError("the message is no text")  # noqa: TRY004 - a fault of the reply
    return content
