"""
What a client of yesterday's proto files would lose or misread under today's.

    FileDescriptorSet before, FileDescriptorSet now --breaks--> [Break(rule, subject, text), ...]

The rules are those of `buf breaking` in its category FILE, for what proto3 has: whatever was
declared stays in its file, under its name and number, with its type. It also covers WIRE_JSON:
names of fields and enum values, by which JSON knows them, stay. Growing is always allowed.
"""

import tomllib
from collections.abc import Callable, Container, Iterable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final, NamedTuple, Protocol, TypeVar

from google.protobuf.descriptor_pb2 import (
    DescriptorProto,
    EnumDescriptorProto,
    FieldDescriptorProto,
    FileDescriptorProto,
    FileDescriptorSet,
    MethodDescriptorProto,
    OneofDescriptorProto,
    ServiceDescriptorProto,
)

from chain.errors import Malformed

ALLOWED_FILE: Final = Path("proto/allowed_breaks.toml")
ALLOWED_KEYS: Final = {"rule", "subject", "reason"}


class Named(Protocol):
    """Any declaration that has a name."""

    name: str


N = TypeVar("N", bound=Named)


@dataclass(frozen=True, slots=True)
class Break:
    """One promise that is broken: buf's name of the rule, what it is about, and what happened."""

    rule: str
    subject: str
    text: str

    def __str__(self) -> str:
        """Return one line for people."""
        return f"{self.rule} {self.subject}: {self.text}"


class Pair(NamedTuple):
    """A declaration as it was and as it is, under its full name."""

    subject: str
    before: Any
    now: Any


def breaks(before: FileDescriptorSet, now: FileDescriptorSet) -> list[Break]:
    """Return every promise of `before` that `now` breaks, in the order of the files."""
    return list(_walk(before, now))


def unwanted(
    before: FileDescriptorSet, now: FileDescriptorSet, allowed: Container[tuple[str, str]]
) -> list[Break]:
    """Return the breaks that nobody gave a reason for."""
    return [item for item in breaks(before, now) if (item.rule, item.subject) not in allowed]


def _walk(before: FileDescriptorSet, now: FileDescriptorSet) -> Iterator[Break]:
    files = {file.name: file for file in now.file}
    for file in before.file:
        kept = files.get(file.name)
        if kept is None:
            yield Break("FILE_NO_DELETE", file.name, "the file is gone")
        else:
            yield from _file(file, kept)


def _file(before: FileDescriptorProto, now: FileDescriptorProto) -> Iterator[Break]:
    yield from _same("FILE_SAME_PACKAGE", Pair(before.name, before.package, now.package))
    yield from _same("FILE_SAME_SYNTAX", Pair(before.name, before.syntax, now.syntax))
    scope = before.package
    yield from _each("SERVICE_NO_DELETE", scope, before.service, now.service, _service)
    yield from _each("MESSAGE_NO_DELETE", scope, before.message_type, now.message_type, _message)
    yield from _each("ENUM_NO_DELETE", scope, before.enum_type, now.enum_type, _enum)


def _each(
    rule: str,
    scope: str,
    before: Iterable[N],
    now: Iterable[N],
    judge: Callable[[str, N, N], Iterator[Break]],
) -> Iterator[Break]:
    """Judge every declaration that is still there by its own rules; miss what is not."""
    kept = {item.name: item for item in now}
    for item in before:
        subject = f"{scope}.{item.name}"
        if item.name not in kept:
            yield Break(rule, subject, "it is gone")
        else:
            yield from judge(subject, item, kept[item.name])


def _same(rule: str, pair: Pair) -> Iterator[Break]:
    if pair.before != pair.now:
        expected, found = pair.before or "nothing", pair.now or "nothing"
        yield Break(rule, pair.subject, f"{expected} expected, found {found}")


def _service(
    subject: str, before: ServiceDescriptorProto, now: ServiceDescriptorProto
) -> Iterator[Break]:
    return _each("RPC_NO_DELETE", subject, before.method, now.method, _method)


def _method(
    subject: str, before: MethodDescriptorProto, now: MethodDescriptorProto
) -> Iterator[Break]:
    for rule, name in (
        ("RPC_SAME_REQUEST_TYPE", "input_type"),
        ("RPC_SAME_RESPONSE_TYPE", "output_type"),
        ("RPC_SAME_CLIENT_STREAMING", "client_streaming"),
        ("RPC_SAME_SERVER_STREAMING", "server_streaming"),
    ):
        yield from _same(rule, Pair(subject, _shown(before, name), _shown(now, name)))


def _shown(method: MethodDescriptorProto, name: str) -> str:
    """A type without the leading dot; a stream or one message in words."""
    value = getattr(method, name)
    if isinstance(value, bool):
        return "a stream" if value else "one message"
    return str(value).removeprefix(".")


def _message(subject: str, before: DescriptorProto, now: DescriptorProto) -> Iterator[Break]:
    fields = {field.number: field for field in now.field}
    for field in before.field:
        place = f"{subject}.{field.name}"
        kept = fields.get(field.number)
        if kept is None:
            yield Break("FIELD_NO_DELETE", place, f"number {field.number} is gone")
        else:
            yield from _field(place, Pair(subject, before, now), field, kept)
    yield from _each("ONEOF_NO_DELETE", subject, _choices(before), _choices(now), _nothing)
    yield from _reserved("RESERVED_MESSAGE_NO_DELETE", subject, before, now, end_is_open=True)
    yield from _each("MESSAGE_NO_DELETE", subject, before.nested_type, now.nested_type, _message)
    yield from _each("ENUM_NO_DELETE", subject, before.enum_type, now.enum_type, _enum)


def _choices(message: DescriptorProto) -> list[OneofDescriptorProto]:
    """The oneofs that the file declares, without those that protoc invents."""
    invented = {field.oneof_index for field in message.field if field.proto3_optional}
    return [item for index, item in enumerate(message.oneof_decl) if index not in invented]


def _nothing(subject: str, before: Named, now: Named) -> Iterator[Break]:
    """There is nothing about a oneof but its name and, with each field, its members."""
    return iter(())


def _field(
    place: str, message: Pair, before: FieldDescriptorProto, now: FieldDescriptorProto
) -> Iterator[Break]:
    for rule, show in (
        ("FIELD_SAME_NAME", lambda field, _: field.name),
        ("FIELD_SAME_JSON_NAME", lambda field, _: field.json_name),
        ("FIELD_SAME_TYPE", lambda field, _: _type_of(field)),
        ("FIELD_SAME_CARDINALITY", lambda field, _: _cardinality_of(field)),
        ("FIELD_SAME_ONEOF", _oneof_of),
    ):
        yield from _same(rule, Pair(place, show(before, message.before), show(now, message.now)))


def _type_of(field: FieldDescriptorProto) -> str:
    if field.type_name:
        return field.type_name.removeprefix(".")
    return FieldDescriptorProto.Type.Name(field.type).removeprefix("TYPE_").lower()


def _cardinality_of(field: FieldDescriptorProto) -> str:
    """Repeated, optional (which can tell that it is not set) or neither."""
    if field.label == FieldDescriptorProto.LABEL_REPEATED:
        return "repeated"
    return "optional" if field.proto3_optional else "singular"


def _oneof_of(field: FieldDescriptorProto, message: DescriptorProto) -> str:
    """The choice a field belongs to; protoc invents one for each optional field."""
    if field.proto3_optional or not field.HasField("oneof_index"):
        return ""
    return str(message.oneof_decl[field.oneof_index].name)


def _enum(subject: str, before: EnumDescriptorProto, now: EnumDescriptorProto) -> Iterator[Break]:
    names = _names_by_number(now)
    for number, known in _names_by_number(before).items():
        kept = names.get(number, set())
        for name in sorted(known - kept):
            rule = "ENUM_VALUE_SAME_NAME" if kept else "ENUM_VALUE_NO_DELETE"
            found = ", ".join(sorted(kept)) or "nothing"
            yield Break(rule, f"{subject}.{name}", f"number {number} expected, found {found} there")
    yield from _reserved("RESERVED_ENUM_NO_DELETE", subject, before, now, end_is_open=False)


def _names_by_number(kind: EnumDescriptorProto) -> dict[int, set[str]]:
    """Several names may share a number (allow_alias)."""
    found: dict[int, set[str]] = {}
    for value in kind.value:
        found.setdefault(value.number, set()).add(value.name)
    return found


def _reserved(
    rule: str, subject: str, before: Any, now: Any, *, end_is_open: bool
) -> Iterator[Break]:
    """Numbers and names that were given up stay given up."""
    for name in sorted(set(before.reserved_name) - set(now.reserved_name)):
        yield Break(rule, subject, f"the name {name} is no longer reserved")
    last = 1 if end_is_open else 0
    kept = [(item.start, item.end - last) for item in now.reserved_range]
    for item in before.reserved_range:
        first, end = item.start, item.end - last
        if not _covered(first, end, kept):
            yield Break(rule, subject, f"numbers {first} to {end} are no longer reserved")


def _covered(first: int, end: int, ranges: Iterable[tuple[int, int]]) -> bool:
    for low, high in sorted(ranges):
        if low <= first <= high:
            first = high + 1
    return first > end


def load_allowed(root: Path) -> dict[tuple[str, str], str]:
    """Return a tree's wanted breaks, none where it has no such file; raises Malformed."""
    path = root / ALLOWED_FILE
    return read_allowed(path.read_text()) if path.exists() else {}


def read_allowed(text: str) -> dict[tuple[str, str], str]:
    """Return the breaks that are wanted, with their reasons; raises Malformed."""
    try:
        content = tomllib.loads(text)
    except tomllib.TOMLDecodeError as cause:
        raise Malformed(f"{ALLOWED_FILE}: {cause}") from cause
    found: dict[tuple[str, str], str] = {}
    for entry in content.get("allowed", []):
        given: Mapping[str, Any] = entry
        if set(given) != ALLOWED_KEYS or not str(given["reason"]).strip():
            raise Malformed(f"{ALLOWED_FILE}: rule, subject and a reason expected, found {given}")
        found[given["rule"], given["subject"]] = given["reason"]
    return found
