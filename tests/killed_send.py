"""A run of `send` that is killed at its n-th step: `python -m tests.killed_send STORE PORT STEP`.

A step is each moment before and after a write to the store, and before and after a message is
handed to the server. Killed means SIGKILL: nothing is cleaned up.
"""

import os
import signal
import sys
from functools import partial
from itertools import count
from pathlib import Path

from advisory.delivery.smtp import Server, post
from advisory.pipeline import delivery, routing
from advisory.store.database import Database
from tests.builders_delivery import NOW, SENDER, ThreeRegions
from tests.builders_seeds import desk_with
from tests.builders_shipped import rulebook


def stepped(action, step):
    """Do the action with a step before and after it."""

    def both(*arguments):
        step()
        done = action(*arguments)
        step()
        return done

    return both


def main() -> None:
    store, port, last = Path(sys.argv[1]), int(sys.argv[2]), int(sys.argv[3])
    numbers = count(1)

    def step() -> None:
        if next(numbers) == last:
            os.kill(os.getpid(), signal.SIGKILL)

    desk = desk_with(ThreeRegions(), store)
    desk.__dict__["rulebook"] = rulebook()
    hand = partial(post, Server("127.0.0.1", port, plaintext=True), SENDER)
    carrier = delivery.Carrier(SENDER, stepped(hand, step), lambda: NOW)
    Database.write = stepped(Database.write, step)
    Database.write_all = stepped(Database.write_all, step)
    with delivery.sending(desk, carrier.clock) as opened:
        plan = routing.plan(desk, opened, NOW)
        for _ in delivery.send(desk, opened, plan, carrier):
            step()


if __name__ == "__main__":
    main()
