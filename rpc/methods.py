"""
The table of methods: name -> typed function, built from namespaces once, before the server starts.

    class Net:                                   "net_version" -> Method(parameters from the
        @method("net_version")                        annotations, so decoding is written once)
        def version(self) -> str: ...

A parameter's annotation says how it is read from JSON and how `rpc.discover` describes it.
"""

import inspect
import types
import typing
from collections.abc import Awaitable, Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Final, Protocol, TypeVar

import orjson

from chain.errors import Malformed
from chain.types.primitives import Address, Hash32
from rpc.errors import InvalidParams, MethodNotFound, describe
from rpc.shapes import Data, Quantity, parse_address, parse_data, parse_hash, parse_quantity

F = TypeVar("F", bound=Callable[..., Any])
Schema = dict[str, Any]
Decode = Callable[[Any], Any]

QUANTITY_SCHEMA: Final[Schema] = {"type": "string", "pattern": "^0x(0|[1-9a-fA-F][0-9a-fA-F]*)$"}
DATA_SCHEMA: Final[Schema] = {"type": "string", "pattern": "^0x([0-9a-fA-F]{2})*$"}
ADDRESS_SCHEMA: Final[Schema] = {"type": "string", "pattern": "^0x[0-9a-fA-F]{40}$"}
HASH_SCHEMA: Final[Schema] = {"type": "string", "pattern": "^0x[0-9a-fA-F]{64}$"}


class Session(Protocol):
    """A connection that outlives one request and can be told things later: a WebSocket."""

    def subscribe(self, kind: str, wanted: Any) -> str:
        """Begin a subscription and return its id."""
        ...

    def unsubscribe(self, subscription: str) -> bool:
        """End a subscription; False where there is none."""
        ...


class Decodable(Protocol):
    """A parameter type of our own: it reads itself from JSON and knows its schema."""

    SCHEMA: typing.ClassVar[Schema]

    @classmethod
    def decode(cls, value: Any) -> Any:
        """Read the value; raises Malformed or InvalidParams."""
        ...


@dataclass(frozen=True, slots=True, eq=False)  # annotations are hashed, schemas cannot be
class Reading:
    """How an annotated type is read: `Count = Annotated[int, Reading(parse_count, {...})]`."""

    decode: Decode
    schema: Schema


@dataclass(frozen=True, slots=True)
class Parameter:
    """One parameter of a method."""

    name: str
    decode: Decode
    schema: Schema
    is_required: bool = True
    default: Any = None


@dataclass(frozen=True, slots=True)
class Method:
    """One method of the table."""

    name: str
    function: Callable[..., Any]  # takes decoded arguments; may be a coroutine function
    parameters: tuple[Parameter, ...]
    result: Schema
    summary: str
    needs_session: bool = False
    description: str = ""  # all that is to say of it, the summary first

    def begin(self, params: Any, session: Session | None = None) -> Any:
        """
        Decode the parameters and run the method; the answer may have to be awaited.

        Raises InvalidParams and the method's own errors.
        """
        arguments = decode_arguments(self.parameters, params)
        if self.needs_session:
            if session is None:
                raise MethodNotFound("notifications not supported")
            arguments.insert(0, session)
        return self.function(*arguments)


def method(name: str) -> Callable[[F], F]:
    """Publish a function of a namespace under its JSON-RPC name."""

    def mark(function: F) -> F:
        function.__rpc_name__ = name  # type: ignore[attr-defined]
        return function

    return mark


def collect(namespaces: Iterable[object]) -> dict[str, Method]:
    """Return the methods of the namespaces by name; ValueError where two share one."""
    table: dict[str, Method] = {}
    for namespace in namespaces:
        for _, function in inspect.getmembers(namespace, inspect.ismethod):
            name = getattr(function, "__rpc_name__", None)
            if name is None:
                continue
            if name in table:
                raise ValueError(f"two methods are called {name}")
            table[name] = _describe(name, function)
    return table


def decode_arguments(parameters: tuple[Parameter, ...], params: Any) -> list[Any]:
    """Return one argument a parameter, from a list or from an object by name."""
    given = _by_position(parameters, params)
    arguments = []
    for index, parameter in enumerate(parameters):
        value = given[index] if index < len(given) else None
        if value is None:
            if parameter.is_required:
                raise InvalidParams(f"missing value for required argument {index}")
            arguments.append(parameter.default)
            continue
        try:
            arguments.append(parameter.decode(value))
        except Malformed as cause:
            raise InvalidParams(f"invalid argument {index}: {cause}") from cause
    return arguments


def _by_position(parameters: tuple[Parameter, ...], params: Any) -> list[Any]:
    """Return the given values in the order of the parameters."""
    if params is None:
        return []
    if isinstance(params, dict):
        names = [parameter.name for parameter in parameters]
        for name in params:
            if name not in names:
                known = ", ".join(names) or "none"
                raise InvalidParams(f"unknown argument {describe(name)}, known: {known}")
        return [params.get(name) for name in names]
    if not isinstance(params, list):
        raise InvalidParams("non-array args")
    if len(params) > len(parameters):
        raise InvalidParams(f"too many arguments, want at most {len(parameters)}")
    return params


def _describe(name: str, function: Callable[..., Any]) -> Method:
    """Build the method of a published function from its signature and docstring."""
    hints = typing.get_type_hints(function, include_extras=True)
    parameters, needs_session = [], False
    for key, parameter in inspect.signature(function).parameters.items():
        if hints[key] is Session:
            needs_session = True
            continue
        decode, schema = decoder_of(hints[key])
        is_required = parameter.default is inspect.Parameter.empty
        default = None if is_required else parameter.default
        parameters.append(Parameter(_camel(key), decode, schema, is_required, default))
    description = inspect.cleandoc(function.__doc__ or "")
    summary = description.partition("\n")[0]
    result = result_schema(hints["return"])
    return Method(name, function, tuple(parameters), result, summary, needs_session, description)


def _camel(name: str) -> str:
    head, *rest = name.split("_")
    return head + "".join(part.capitalize() for part in rest)


def parse_boolean(value: Any) -> bool:
    """Read true or false; raises Malformed."""
    if not isinstance(value, bool):
        raise Malformed(f"boolean expected, found {describe(value)}")
    return value


def parse_text(value: Any) -> str:
    """Read a string; raises Malformed."""
    if not isinstance(value, str):
        raise Malformed(f"string expected, found {describe(value)}")
    return value


def parse_anything(value: Any) -> Any:
    """Leave the reading to the method."""
    return value


_DECODERS: Final[Mapping[Any, tuple[Decode, Schema]]] = {
    int: (parse_quantity, QUANTITY_SCHEMA),
    bytes: (parse_data, DATA_SCHEMA),
    Address: (parse_address, ADDRESS_SCHEMA),
    Hash32: (parse_hash, HASH_SCHEMA),
    bool: (parse_boolean, {"type": "boolean"}),
    str: (parse_text, {"type": "string"}),
    Any: (parse_anything, {}),
}


def decoder_of(annotation: Any) -> tuple[Decode, Schema]:
    """Return how an annotated parameter is read and described; TypeError for unknown ones."""
    if annotation in _DECODERS:
        return _DECODERS[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin is typing.Annotated and isinstance(arguments[1], Reading):
        return arguments[1].decode, arguments[1].schema
    if origin in (types.UnionType, typing.Union):
        (inner,) = (item for item in arguments if item is not types.NoneType)
        return decoder_of(inner)
    if origin is tuple:
        decode, schema = decoder_of(arguments[0])
        return _list_decoder(decode), {"type": "array", "items": schema}
    if hasattr(annotation, "decode") and hasattr(annotation, "SCHEMA"):
        return annotation.decode, annotation.SCHEMA
    raise TypeError(f"{annotation} cannot be read from JSON")


def _list_decoder(decode: Decode) -> Decode:
    def decode_list(value: Any) -> tuple[Any, ...]:
        if not isinstance(value, list):
            raise Malformed(f"array expected, found {describe(value)}")
        return tuple(decode(item) for item in value)

    return decode_list


_RESULTS: Final[Mapping[Any, Schema]] = {
    Quantity: QUANTITY_SCHEMA,
    Data: DATA_SCHEMA,
    bool: {"type": "boolean"},
    str: {"type": "string"},
    types.NoneType: {"type": "null"},
    orjson.Fragment: {"type": "object"},  # one that was encoded before
}


def result_schema(annotation: Any) -> Schema:
    """Return the schema of what a method returns."""
    if annotation in _RESULTS:
        return _RESULTS[annotation]
    origin, arguments = typing.get_origin(annotation), typing.get_args(annotation)
    if origin in (types.UnionType, typing.Union):
        at_once = [item for item in arguments if typing.get_origin(item) is not Awaitable]
        kinds = [result_schema(item) for item in at_once]
        return kinds[0] if len(kinds) == 1 else {"oneOf": kinds}
    if origin is list:
        return {"type": "array", "items": result_schema(arguments[0])}
    return {"type": "object"} if origin is dict or annotation is dict else {}
