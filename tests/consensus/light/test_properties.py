"""
Any history of validators, any liar with less than a third: what is verified is the chain's.

Liars sign whatever they like, repeat what honest validators signed, show honest precommits for a
valid block that was never decided, and dress all of it with parents and sets of their choice.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from chain.certificates import verify_certificate
from chain.errors import Invalid, Unavailable
from chain.light.block import Commit, LightBlock
from chain.light.verifier import verify
from chain.types.header import Header
from chain.types.primitives import Address, Milliseconds
from chain.types.validators import ValidatorSet
from consensus.host.clock import ManualClock
from consensus.light.bisection import bisect
from consensus.light.client import LightClient
from consensus.light.errors import AttackDetected
from consensus.light.store import MemoryTrustedStore
from tests.chain.light.stage import (
    ADDRESSES,
    BLOCK_MS,
    NOW_MS,
    POLICY,
    START_MS,
    branch,
    certify,
    grow,
    header_after,
    members,
)
from tests.consensus.light.providers import ChainProvider

KEYS_USED = 8
BLOCKS = 10  # of a history, genesis among them
QUICK = settings(max_examples=60, deadline=None)


@dataclass
class History:
    """A true chain, and who of its validators lie."""

    blocks: list[LightBlock]
    liars: frozenset[Address]


@st.composite
def histories(draw: st.DrawFn) -> History:
    """A chain whose set changes by up to two members a block, and liars below a third of each."""
    powers = draw(
        st.dictionaries(st.integers(0, KEYS_USED - 1), st.integers(1, 20), min_size=3, max_size=6)
    )
    sets = [members(powers)]
    for _ in range(BLOCKS - 1):
        changes = draw(
            st.dictionaries(st.integers(0, KEYS_USED - 1), st.integers(0, 20), max_size=2)
        )
        wanted = {who: power for who, power in {**powers, **changes}.items() if power}
        powers = wanted or powers
        sets.append(members(powers))
    liars: frozenset[Address] = frozenset()
    for index in draw(st.permutations(range(KEYS_USED))):
        more = liars | {ADDRESSES[index]}
        if all(3 * power_in(found, more) < found.total_power for found in sets):
            liars = more
    return History(grow(sets), liars)


def power_in(validators: ValidatorSet, who: frozenset[Address]) -> int:
    """The power that some accounts have in a set."""
    return sum(v.power for v in validators if v.address in who)


def some_set(draw: st.DrawFn, history: History, height: int) -> ValidatorSet:
    """A set that a liar may name: a true one of any height, the liars alone, or a mixture."""
    kind = draw(st.sampled_from(["true", "other", "liars", "mixed"]))
    if kind == "true":
        return history.blocks[height - 1].next_validators
    if kind == "other":
        return draw(st.sampled_from(history.blocks)).next_validators
    own = [i for i in range(KEYS_USED) if ADDRESSES[i] in history.liars]
    if kind == "mixed" or not own:
        own += draw(st.lists(st.integers(0, KEYS_USED + 1), min_size=1, max_size=3))
    powers: Mapping[int, int] = {i: draw(st.integers(1, 30)) for i in own}
    return members(powers)


def forged_block(draw: st.DrawFn, history: History, height: int) -> LightBlock:
    """A block of the liars, with every part chosen freely; honest keys sign nothing of it."""
    true = history.blocks[height]
    validators = some_set(draw, history, height)
    next_validators = some_set(draw, history, height + 1 if height + 1 < BLOCKS else height)
    above: Header | None = history.blocks[height - 2].header if height > 1 else None
    parent = draw(
        st.sampled_from(
            [
                history.blocks[height - 1].header,
                header_after(above, START_MS + (height - 1) * BLOCK_MS, validators, b"mine"),
            ]
        )
    )
    header = header_after(parent, true.time_ms, next_validators, b"forged")
    certificate = certify(header, true.time_ms, sorted(history.liars))
    assert true.commit is not None
    honest = [pair for pair in true.commit.certificate.signatures if pair[0] not in history.liars]
    repeated = draw(st.lists(st.sampled_from(honest), unique=True)) if honest else []
    certificate = replace(certificate, signatures=(*certificate.signatures, *repeated))
    return LightBlock(header, next_validators, Commit(parent, validators, certificate))


def undecided_block(draw: st.DrawFn, history: History, height: int) -> LightBlock:
    """A valid block that was precommitted by too few, shown with any set."""
    true, parent = history.blocks[height], history.blocks[height - 1]
    header = header_after(parent.header, true.time_ms, true.next_validators, b"undecided")
    deciding = parent.next_validators
    honest = [v.address for v in deciding if v.address not in history.liars]
    signers = [*sorted(history.liars)]
    for who in draw(st.permutations(honest)):
        if deciding.is_quorum(power_in(deciding, frozenset([*signers, who]))):
            break
        signers.append(who)
    certificate = certify(header, true.time_ms, signers)
    shown_set = some_set(draw, history, height)
    pairs = tuple(p for p in certificate.signatures if p[0] in shown_set)
    shown = replace(certificate, signatures=pairs)
    return LightBlock(header, true.next_validators, Commit(parent.header, shown_set, shown))


def shown_blocks(draw: st.DrawFn, history: History, kinds: Sequence[str]) -> list[LightBlock]:
    """What a lying provider shows of every height."""
    blocks = [history.blocks[0]]
    for height in range(1, BLOCKS):
        kind = draw(st.sampled_from(kinds))
        if kind == "forged":
            blocks.append(forged_block(draw, history, height))
        elif kind == "undecided":
            blocks.append(undecided_block(draw, history, height))
        else:
            blocks.append(history.blocks[height])
    return blocks


@QUICK
@given(histories(), st.data())
def test_an_honest_provider_leads_anywhere(history: History, data: st.DataObject) -> None:
    """From any block to any later one there is a way, and it is the chain itself."""
    first = data.draw(st.integers(0, BLOCKS - 2))
    last = data.draw(st.integers(first + 1, BLOCKS - 1))
    start, end = history.blocks[first], history.blocks[last]
    way = asyncio.run(bisect(ChainProvider(history.blocks), POLICY, start, end, NOW_MS))
    assert [history.blocks[block.height] for block in way] == way
    assert (first, last) == (way[0].height, way[-1].height)


@QUICK
@given(histories(), st.data())
def test_a_forged_step_is_always_refused(history: History, data: st.DataObject) -> None:
    """Near or far, no block but the chain's own follows from a trusted one."""
    first = data.draw(st.integers(0, BLOCKS - 2))
    last = data.draw(st.integers(first + 1, BLOCKS - 1))
    make = data.draw(st.sampled_from([forged_block, undecided_block]))
    forged = make(data.draw, history, last)
    assert forged.hash != history.blocks[last].hash
    with pytest.raises((Invalid, Unavailable)):
        verify(POLICY, history.blocks[first], forged, NOW_MS)


@QUICK
@given(histories(), st.data())
def test_a_liar_leads_nowhere_but_to_the_chain(history: History, data: st.DataObject) -> None:
    """Whatever is shown at each height: a way that is found consists of the chain's blocks."""
    shown = shown_blocks(data.draw, history, ("true", "true", "forged", "undecided"))
    target = data.draw(st.sampled_from(shown[1:]))
    try:
        way = asyncio.run(bisect(ChainProvider(shown), POLICY, shown[0], target, NOW_MS))
    except (Invalid, Unavailable):
        return
    assert [history.blocks[block.height].hash for block in way] == [block.hash for block in way]


@QUICK
@given(histories(), st.data())
def test_a_true_header_with_another_set_moves_no_trust(
    history: History, data: st.DataObject
) -> None:
    """Even a true header is taken only with the set that decided it, and the one it names."""
    height = data.draw(st.integers(2, BLOCKS - 1))
    block = history.blocks[height]
    assert block.commit is not None
    claimed = some_set(data.draw, history, height)
    if claimed.hash == block.commit.validators.hash:
        claimed = members({KEYS_USED: 1})
    pairs = tuple(p for p in block.commit.certificate.signatures if p[0] in claimed)
    certificate = replace(block.commit.certificate, signatures=pairs)
    shown = replace(block, commit=Commit(block.commit.parent, claimed, certificate))
    for trusted in (history.blocks[height - 1], history.blocks[0]):
        with pytest.raises(Invalid, match="validators' hash"):
            verify(POLICY, trusted, shown, NOW_MS)


@QUICK
@given(histories(), st.data())
def test_one_honest_witness_keeps_any_majority_of_liars_out(
    history: History, data: st.DataObject
) -> None:
    """Even where every validator signs a fork, the client trusts nothing of it and has proof."""
    above = data.draw(st.integers(0, BLOCKS - 2))
    length = data.draw(st.integers(1, BLOCKS - 1 - above))
    sets = [some_set(data.draw, history, above + 1) for _ in range(length)]
    lead_ms = data.draw(st.sampled_from([0, 1 - BLOCK_MS, 700]))
    forked = branch(history.blocks, above, sets, lead_ms=lead_ms)
    honest = ChainProvider(history.blocks, "honest")
    witnesses = data.draw(st.permutations([honest, ChainProvider(forked, "accomplice")]))
    store = MemoryTrustedStore()
    clock = ManualClock(max(forked[-1].time_ms, history.blocks[-1].time_ms))
    client = LightClient(POLICY, ChainProvider(forked), witnesses, store, clock, Milliseconds(0))

    async def story() -> None:
        await client.begin(history.blocks[0].height, history.blocks[0].hash)
        await client.verify_newest()

    with pytest.raises(AttackDetected) as caught:
        asyncio.run(story())
    assert (0,) == store.heights()
    shown, true = caught.value.against_primary, caught.value.against_witness
    assert shown.header in [block.header for block in forked[above + 1 :]]
    assert true is not None and true.header == history.blocks[true.header.height].header
    for evidence in (shown, true):
        verify_certificate(evidence.certificate, evidence.validators, POLICY.chain_id)
