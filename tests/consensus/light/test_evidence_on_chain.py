"""What a light client finds is believed by the chain that was attacked."""

import asyncio
from dataclasses import replace

import pytest

from chain.app import Application
from chain.codec import address_of, seal_header
from chain.evidence import EvidenceRefused
from chain.evidence_pool import EvidencePool
from chain.kit.host import Fault
from chain.light.block import LightBlock
from chain.light.verifier import TrustPolicy
from chain.types.certificate import BlockId
from chain.types.header import Header
from chain.types.primitives import Height, Milliseconds, Round
from chain.types.validators import Validator, ValidatorSet
from consensus.host.clock import ManualClock
from consensus.light.client import LightClient
from consensus.light.errors import AttackDetected
from consensus.light.store import MemoryTrustedStore
from tests.chain.stage import CHAIN_ID, USERS, VALIDATOR_KEYS, Chain, certificate_of, network_data
from tests.consensus.light.providers import ChainProvider
from tests.consensus.light.real_chain import shown

KEYS = VALIDATOR_KEYS[:4]
BLOCKS = 7


@pytest.fixture
def chain() -> Chain:
    """Four validators who decided some blocks together."""
    chain = Chain(data=network_data(100, 100, 100, 100), keys=KEYS)
    for _ in range(BLOCKS):
        chain.block()
    return chain


def forge(block: LightBlock, header: Header, following: ValidatorSet, round_: int) -> LightBlock:
    """Another block of the same place, certified by three of the four."""
    assert block.commit is not None
    header = seal_header(header)
    block_id = BlockId(header.hash, block.time_ms)
    certificate = certificate_of(block_id, header.height, KEYS[:3], Round(round_))
    return LightBlock(header, following, replace(block.commit, certificate=certificate))


def attack(chain: Chain, height: int, forged: LightBlock) -> AttackDetected:
    """Show a light client the chain with one forged block, beside an honest witness."""
    honest = [shown(chain, at) for at in range(BLOCKS + 1)]
    primary = ChainProvider([*honest[:height], forged])

    async def story() -> None:
        clock = ManualClock(chain.time_ms)
        client = LightClient(
            TrustPolicy(CHAIN_ID),
            primary,
            [ChainProvider(honest)],
            MemoryTrustedStore(),
            clock,
            Milliseconds(0),
        )
        await client.begin(Height(0), honest[0].hash)
        await client.verify_newest()

    with pytest.raises(AttackDetected) as caught:
        asyncio.run(story())
    return caught.value


def judged(app: Application, found: AttackDetected) -> list[tuple[Fault, bytes, int]]:
    """What the chain finds by the evidence: who did what at which height."""
    assert app.add_evidence(found.against_primary)
    pool: EvidencePool = app.evidence
    _, proven = pool.draw()
    return [(fault.fault, fault.validator, fault.height) for fault in proven]


def test_a_lunatic_attack_is_punished(chain: Chain) -> None:
    """Three of four hand over to a set of their own at block 5: all three are named."""
    true = shown(chain, 5)
    mine = ValidatorSet((Validator(USERS[0], 1),))
    forged = forge(true, replace(true.header, extra_data=mine.hash), mine, 0)
    faults = judged(chain.app, attack(chain, 5, forged))
    assert {(Fault.LIGHT_CLIENT_ATTACK, address_of(key), 4) for key in KEYS[:3]} == set(faults)


def test_an_equivocation_is_punished(chain: Chain) -> None:
    """Two blocks of one round: who signed both is named, at that height."""
    true = shown(chain, 5)
    header = replace(true.header, state_root=true.header.parent_hash)
    faults = judged(chain.app, attack(chain, 5, forge(true, header, true.next_validators, 0)))
    assert {(Fault.LIGHT_CLIENT_ATTACK, address_of(key), 5) for key in KEYS[:3]} == set(faults)


def test_two_rounds_blame_nobody(chain: Chain) -> None:
    """A block of another round may have honest precommits: the chain refuses to punish for it."""
    true = shown(chain, 5)
    header = replace(true.header, state_root=true.header.parent_hash)
    found = attack(chain, 5, forge(true, header, true.next_validators, 3))
    with pytest.raises(EvidenceRefused, match="votes in two rounds blame nobody"):
        chain.app.add_evidence(found.against_primary)


def test_the_chain_s_own_block_is_no_evidence_against_it(chain: Chain) -> None:
    """What the client holds against the witness is for the other chain; here it is refused."""
    true = shown(chain, 5)
    header = replace(true.header, state_root=true.header.parent_hash)
    found = attack(chain, 5, forge(true, header, true.next_validators, 0))
    assert found.against_witness is not None
    with pytest.raises(EvidenceRefused, match="not this chain's own"):
        chain.app.add_evidence(found.against_witness)
