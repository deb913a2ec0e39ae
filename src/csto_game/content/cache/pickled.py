"""A Scenario as bytes, and back, by an unpickler that knows the model's records and nothing else.

Each record is its class and its fields in order: half the time of a pickle that names them. What
two records share (a name, a part of a rule) they share afterwards.
"""

from __future__ import annotations

import pickle
from io import BytesIO
from operator import attrgetter
from types import ModuleType

import attrs

from csto_game.content.collector import without_collector
from csto_game.model import scenario, tree
from csto_game.model.scenario import Scenario

PROTOCOL = 5


class ForeignError(Exception):
    """Something is no Scenario, or holds what no Scenario may hold."""


def _records(*modules: ModuleType) -> dict[tuple[str, str], type]:
    """The record classes that these modules themselves define."""
    return {
        (module.__name__, name): found
        for module in modules
        for name, found in vars(module).items()
        if isinstance(found, type) and attrs.has(found) and found.__module__ == module.__name__
    }


RECORDS = _records(scenario, tree)
"""All that a pickle may name: (module, class) → the class."""
_FIELDS = {
    record: tuple(attrgetter(one.name) for one in attrs.fields(record))
    for record in RECORDS.values()
}


def frozen_bytes(value: Scenario) -> bytes:
    """Raises ForeignError where there is anything but records, texts, numbers and collections of them."""
    file = BytesIO()
    try:
        _Pickler(file, PROTOCOL).dump(value)
    except (pickle.PicklingError, RecursionError) as error:
        raise ForeignError(str(error)) from None
    return file.getvalue()


@without_collector()
def thawed(raw: bytes) -> Scenario:
    """The Scenario of such bytes. Raises ForeignError, whatever the bytes are."""
    try:
        value = _Unpickler(BytesIO(raw)).load()
    except Exception as error:  # noqa: BLE001  # a damaged pickle raises nearly anything
        raise ForeignError(str(error)) from None
    if type(value) is not Scenario:
        raise ForeignError(type(value).__name__)
    return value


class _Pickler(pickle.Pickler):
    def reducer_override(self, value: object) -> tuple[type, tuple[object, ...]]:
        """Asked of all that is not plain: records as their fields, their classes by name."""
        fields = _FIELDS.get(type(value))
        if fields is not None:
            return type(value), tuple([read(value) for read in fields])
        if isinstance(value, type) and value in _FIELDS:
            return NotImplemented  # type: ignore[no-any-return]  # "as usual"
        raise pickle.PicklingError(type(value).__name__)


class _Unpickler(pickle.Unpickler):
    def find_class(self, module: str, name: str) -> type:
        found = RECORDS.get((module, name))
        if found is None:
            raise pickle.UnpicklingError(f"{module}.{name}")
        return found
