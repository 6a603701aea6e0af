"""The kumiai namespace."""

from eth_utils.address import to_checksum_address

from chain.certificates import decode_certificate
from chain.codec import decode_header
from chain.evidence import encode_evidence
from chain.types.certificate import NO_ROUND, BlockId, Vote, VoteKind
from chain.types.evidence import DuplicateVote
from chain.types.primitives import Hash32, Height, Milliseconds, Round
from tests.rpc.stage import VALIDATOR, Stage, hex_of, on_stage


def raw(value: str) -> bytes:
    """The bytes of a hex answer."""
    return bytes.fromhex(value[2:])


@on_stage()
async def test_a_light_block_is_served_by_height_and_as_the_newest(stage: Stage) -> None:
    """A client checks it without asking anything else."""
    block = [stage.backend.make_block() for _ in range(2)][-1]
    found = await stage.rpc("kumiai_lightBlock")
    assert found == await stage.rpc("kumiai_lightBlock", "0x2")
    assert ["certificate", "header", "nextValidators", "parent", "validators"] == sorted(found)
    assert block.header == decode_header(raw(found["header"]))
    assert block.header.parent_hash == decode_header(raw(found["parent"])).hash
    assert block.certificate == decode_certificate(raw(found["certificate"]))


@on_stage()
async def test_genesis_is_served_without_commit(stage: Stage) -> None:
    """Nobody decided it, so the three parts are null."""
    found = await stage.rpc("kumiai_lightBlock", "earliest")
    assert [None] * 3 == [found[name] for name in ("parent", "validators", "certificate")]
    assert await stage.rpc("kumiai_validators", "0x0") is None


@on_stage()
async def test_blocks_to_come_are_null(stage: Stage) -> None:
    """As Ethereum's methods answer for blocks that are not there."""
    for height in ("0x1", "0xffffffffffffffff"):
        assert await stage.rpc("kumiai_lightBlock", height) is None
        assert await stage.rpc("kumiai_validators", height) is None
    code, text = await stage.error("kumiai_lightBlock", "0x1" + "0" * 16)
    assert -32602 == code and "64 bits" in text


@on_stage()
async def test_validators_are_shown_with_their_power(stage: Stage) -> None:
    """Addresses in mixed case, powers and hash in hex; the parent's header names the hash."""
    stage.backend.make_block()
    found = await stage.rpc("kumiai_validators")
    genesis = await stage.rpc("eth_getBlockByNumber", "0x0", False)
    assert {
        "height": "0x1",
        "validators": [{"address": to_checksum_address(VALIDATOR), "power": "0xa"}],
        "totalPower": "0xa",
        "hash": genesis["extraData"],
    } == found


def vote(number: int) -> Vote:
    """An unsigned vote: only the shape is read here."""
    block_id = BlockId(Hash32(bytes([number]) * 32), Milliseconds(1))
    return Vote(
        VoteKind.PREVOTE, Height(3), Round(0), block_id, NO_ROUND, VALIDATOR, bytes([1]) * 65
    )


@on_stage()
async def test_evidence_is_handed_to_the_node(stage: Stage) -> None:
    """True when it is new, False when it is known."""
    evidence = DuplicateVote(vote(1), vote(2))
    encoded = hex_of(encode_evidence(evidence))
    assert await stage.rpc("kumiai_submitEvidence", encoded) is True
    assert await stage.rpc("kumiai_submitEvidence", encoded) is False
    assert evidence == stage.backend.evidence[0]


@on_stage()
async def test_what_is_no_evidence_is_refused(stage: Stage) -> None:
    """Bounded and decoded strictly, before the chain is asked."""
    for wrong in ("0x", "0xc0", "0x" + "ff" * 41_000, "0xzz"):
        code, text = await stage.error("kumiai_submitEvidence", wrong)
        assert code in (-32000, -32602) and "internal" not in text
    assert [] == stage.backend.evidence
