"""Whatever is asked of the bridge, by anybody or by a vote, is done or refused: nothing else."""

from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.codec.header import encode_header, seal_header
from chain.errors import ChainError
from chain.kit.abi import AbiType, EnumType, TupleType
from chain.kit.module import method_named, methods_of
from chain.types.primitives import Height, Seconds
from modules.bridge import clients
from modules.bridge.module import Bridge
from modules.bridge.records import NATIVE_TOKEN, ClientKind
from modules.bridge.refusals import HeaderRefused
from tests.chain.kit.test_abi import values_of
from tests.modules.bridge.town import GOVERNANCE, GUARDIAN, OTHER, TRUSTING_S, coin
from tests.modules.bridge.witnesses import Witnesses
from tests.modules.stage import COIN, account

SMALL = st.integers(0, 3)  # numbers of clients, routes and packets that there are
PEOPLE = st.sampled_from((NATIVE_TOKEN, account(OTHER), Bridge.address))
SENDERS = (GOVERNANCE, GUARDIAN, OTHER)
TOWN = Witnesses()
FACTS: dict[str, Any] = {
    "header": st.just(TOWN.shown(1)),
    "asset": st.sampled_from((coin(True), coin(False))),
}
HUGE = 2**63 - 1


def likely(name: str, kind: AbiType) -> st.SearchStrategy[Any]:
    """Return values of a type, those that mean something here often among them."""
    if name in FACTS:
        return st.one_of(FACTS[name], values_of(kind))
    if isinstance(kind, TupleType):
        fields = {field: likely(field, member) for field, member in kind.fields.items()}
        return st.builds(kind.python, **fields)
    if kind.name.startswith("uint") and not isinstance(kind, EnumType):
        return st.one_of(SMALL, values_of(kind), st.integers(TOWN.a.time_s, TOWN.a.time_s + 10**6))
    return st.one_of(PEOPLE, values_of(kind)) if kind.name == "address" else values_of(kind)


@pytest.mark.parametrize("name", sorted(method.name for method in methods_of(Bridge).values()))
@settings(max_examples=25, deadline=None)
@given(data=st.data())
def test_any_values_are_taken_or_refused(name: str, data: Any):
    """No value of any type ends a call otherwise: what is our own bug would end the chain."""
    method = method_named(Bridge, name)
    assert method is not None
    values = [data.draw(likely(field, kind)) for field, kind in method.inputs.items()]
    host = TOWN.a.host
    mark = host.snapshot()
    try:
        for sender in SENDERS:
            value_wei = COIN if method.payable and sender == OTHER else 0
            with suppress(ChainError):
                TOWN.a.do(name, *values, sender=sender, value_wei=value_wei)
        TOWN.a.check()
    finally:
        host.revert(mark)


@pytest.mark.parametrize(("height", "time_s"), [(5, HUGE), (5, clients.TIME_S_MAX + 1)])
def test_a_header_beyond_all_time_is_none(height: int, time_s: int):
    """Its milliseconds fit no word of the state: refused, by a vote's call and by attesters'."""
    known = TOWN.b.blocks[max(TOWN.b.blocks)].header
    raw = encode_header(
        seal_header(replace(known, height=Height(height), timestamp_s=Seconds(time_s)))
    )
    with TOWN.a.refuses(HeaderRefused):
        values = (ClientKind.ATTESTED, 5, TRUSTING_S, Seconds(0), raw)
        TOWN.a.vote("create_client", *values)


def test_a_header_of_the_last_height_and_time_is_one():
    """The bounds themselves fit all that is made of them."""
    town = Witnesses()
    known = town.b.blocks[max(town.b.blocks)].header
    last = replace(known, height=Height(HUGE), timestamp_s=Seconds(clients.TIME_S_MAX))
    raw = encode_header(seal_header(last))
    number = town.a.vote("create_client", ClientKind.ATTESTED, 5, TRUSTING_S, Seconds(0), raw)
    assert clients.HEIGHT_MAX == town.a.do("client", number).latest_height
    town.check()
