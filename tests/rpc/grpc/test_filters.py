"""Which logs a client asks for."""

import pytest

from chain.codec import keccak256
from chain.errors import Malformed
from chain.kit.assembly import Assembly
from chain.kit.record import topic_of
from modules import assemble
from modules.staking.module import Staking
from rpc.grpc.filters import read_filter
from rpc.wire import errors_pb2, events_pb2
from tests.chain.kit.render.sample import Grown, Sample
from tests.rpc.stage import VALIDATOR, hex_of


def where(**values: str) -> list[errors_pb2.Field]:
    """Return values of fields by name."""
    return [errors_pb2.Field(name=name, value=value) for name, value in values.items()]


def test_indexed_fields_become_topics_by_position() -> None:
    """Words padded, texts hashed, what is not asked for left open, in the event's order."""
    kinds = Assembly((Sample,))
    request = events_pb2.SubscribeRequest(
        module="sample", event="Grown", where=where(grade="FINE", name="oak")
    )
    found = read_filter(kinds, request)
    assert (Sample.address,) == found.addresses
    fine = (3).to_bytes(32, "big")
    assert ((topic_of(Grown),), (), (keccak256(b"oak"),), (fine,)) == found.topics
    request = events_pb2.SubscribeRequest(
        module="sample", event="Grown", where=where(owner=hex_of(VALIDATOR))
    )
    owner = (VALIDATOR.rjust(32, b"\0"),)
    assert ((topic_of(Grown),), owner, (), ()) == read_filter(kinds, request).topics


def test_both_requests_read_alike() -> None:
    """A page of the past and a stream of what comes name logs in the same way."""
    fields = {"module": "staking", "event": "Delegated", "where": where(validator="0x" + "1" * 40)}
    assembly = assemble()
    listed = read_filter(assembly, events_pb2.ListRequest(**fields))
    assert listed == read_filter(assembly, events_pb2.SubscribeRequest(**fields))
    assert (Staking.address,) == listed.addresses


@pytest.mark.parametrize(
    ("fields", "text"),
    [
        ({"where": where(owner="1")}, "where: an event whose fields it names expected"),
        ({"where": where(branch="1")}, r"where: an indexed field \(owner, name, grade\) expected"),
        ({"where": where(no="1")}, "an indexed field .* found 'no'"),
        ({"where": where(owner="1")[:1] * 2}, "where.owner: 0x and 40 hex digits"),
        ({"where": where(owner="0x" + "1" * 40) * 2}, "where: owner once expected"),
        ({"where": where(grade="GOOD")}, "where.grade: one of FAIR, FINE expected"),
        ({"event": "Shrunk"}, "event: one of Grown"),
        ({"module": "simple"}, "module: one of sample expected"),
        ({"address": hex_of(VALIDATOR)}, "a module or an address expected"),
        ({"topics": [bytes(32)]}, "without topics"),
    ],
)
def test_what_names_no_logs_is_refused(fields: dict[str, object], text: str) -> None:
    """The error says which names there are."""
    plain = {"module": "sample", "event": "Grown"}
    given = {**plain, **fields}
    if "where" in fields and text.startswith("where: an event"):
        del given["event"]
    with pytest.raises(Malformed, match=text):
        read_filter(Assembly((Sample,)), events_pb2.ListRequest(**given))  # type: ignore[arg-type]
