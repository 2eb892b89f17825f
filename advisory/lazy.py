"""Values of frozen things that are worked out when they are first asked for, and kept.

`functools.cached_property` does the same under a lock until Python 3.12, and on the path of every
report that costs more than it guards: our values belong to one thread, and whoever works one out
twice gets the same.
"""

from collections.abc import Callable
from typing import Any, Generic, Self, TypeVar, overload

Value = TypeVar("Value")


class lazy(Generic[Value]):  # noqa: N801 - it is written like `property`
    """A property that is worked out once.

    >>> class Word(str):
    ...     @lazy
    ...     def shouted(self) -> str:
    ...         print("once")
    ...         return self.upper()
    >>> word = Word("gao")
    >>> word.shouted + word.shouted
    once
    'GAOGAO'
    """

    def __init__(self, work_out: Callable[[Any], Value]) -> None:
        self._work_out = work_out
        self._name = work_out.__name__
        self.__doc__ = work_out.__doc__

    @overload
    def __get__(self, one: None, owner: type) -> Self: ...

    @overload
    def __get__(self, one: object, owner: type) -> Value: ...

    def __get__(self, one: object | None, owner: type) -> Self | Value:
        """Work the value out and put it where it is found without asking here again."""
        if one is None:
            return self
        value = one.__dict__[self._name] = self._work_out(one)
        return value
