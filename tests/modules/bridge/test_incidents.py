"""What was lost on other bridges, tried here: each test names the case, and how it would go on."""

from dataclasses import replace
from typing import Any

import pytest

from chain.kit.abi import encode_sequence
from chain.kit.assembly import own
from chain.types.primitives import ZERO_ADDRESS, Seconds, Wei
from modules.bridge.module import Bridge
from modules.bridge.packets import COMMITMENTS_SLOT
from modules.bridge.params import BridgeParams
from modules.bridge.records import AttesterState, ClientKind, KumiaiUpdate
from modules.bridge.refusals import HeaderRefused, LimitReached, ZeroNotTrusted
from tests.modules.bridge.sealing import certified, header_of, keys_of, set_of, update_of
from tests.modules.bridge.test_kumiai_client import UPDATE, newest
from tests.modules.bridge.town import (
    BOB,
    LIMITS,
    RELAYER,
    ROUTE,
    Town,
    answer_of,
    answering,
    hashed,
)
from tests.modules.bridge.witnesses import BOND_WEI, CLIENT, Witnesses
from tests.modules.stage import COIN, account

FORGOTTEN = BridgeParams(  # what stands in the state where nobody ever wrote it
    guardian=ZERO_ADDRESS,
    delay_s=Seconds(0),
    substitute_delay_s=Seconds(0),
    bond_min_wei=Wei(0),
    bond_wait_s=Seconds(0),
)


def forget_settings(town: Town) -> None:
    """Lose what genesis set, as an upgrade does that skips its initializer."""
    bridge: Any = own(Bridge, town.a.host)
    bridge.settings = FORGOTTEN


def test_an_upgrade_that_forgets_its_settings_trusts_nobody():
    """Ronin 2024: a threshold that nobody initialised is zero, and zero is refused at its use."""
    town = Witnesses(bonded=2)
    forget_settings(town)
    with town.a.refuses(ZeroNotTrusted, "bond"):
        town.bond(2, 0)
    with town.a.refuses(ZeroNotTrusted, "wait"):
        town.a.do("leave_attesters", sender=town.sender(0))
    number = town.follow(town.a, town.b)
    with town.a.refuses(ZeroNotTrusted, "wait"):
        town.a.vote("announce_substitute", 1, number)
    height = town.b.seal()
    town.attest(0, height=height, block_hash=town.b.blocks[height].hash)
    with town.a.refuses(HeaderRefused, "more than 2/3"):
        town.a.do("update_client", CLIENT, town.shown(height))


def test_a_large_transfer_is_never_released_without_a_delay():
    """Ronin 2024, again: with no delay in the settings what is large does not come at all."""
    town = Witnesses()
    packet = town.invented(town.b, amount=LIMITS.delay_from_wei)
    height = town.learn(town.a, town.b)
    proof = town.b.proof(height, COMMITMENTS_SLOT, 1, packet.sequence)
    forget_settings(town)
    with town.a.refuses(ZeroNotTrusted, "delay"):
        town.a.do("deliver", ROUTE, packet, proof, account(RELAYER))


def test_whoever_shows_a_header_does_not_say_whom_to_trust():
    """Wormhole 2022: what vouches for the proof comes from the state, not from its bearer."""
    town = Town()
    trusted, new = newest(town)
    assert new.commit is not None
    keys, own_set = keys_of(99), set_of(keys_of(99))
    root = header_of(None, trusted.height, trusted.header.timestamp_s, hashed(b"r"), own_set.hash)
    made_up = replace(trusted, header=root, next_validators=own_set)
    child = header_of(root, new.height, new.header.timestamp_s, new.header.state_root, own_set.hash)
    chain = certified(root, child, own_set, keys, town.b.chain_id, own_set)
    with town.a.refuses(HeaderRefused, "trusted header"):
        town.a.do("update_client", 1, update_of(made_up, chain))
    shown = KumiaiUpdate(trusted.height, b"", b"", b"")
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", 1, encode_sequence(UPDATE, [shown]))


def test_two_of_five_decide_nothing():
    """Harmony 2022: a minority by number or by power proves no header, whoever they are."""
    town = Witnesses()
    height = town.b.seal()
    for number in (1, 2):
        town.attest(number, height=height, block_hash=town.b.blocks[height].hash)
        with town.a.refuses(HeaderRefused, "more than 2/3"):
            town.a.do("update_client", CLIENT, town.shown(height))


def test_a_stolen_chain_empties_no_more_than_the_bucket():
    """Ronin 2022: however many packets a chain in a thief's hands sends, the limit lasts."""
    town = Town()
    for _ in range(3):
        town.send(town.a, 400 * COIN)
    stolen = {"returning": True, "receiver": account(BOB), "amount": Wei(400 * COIN)}
    payload = town.invented(town.b, **stolen).payload
    packets = [town.invent(town.b, payload, 2_000 + number) for number in range(3)]
    height = town.learn(town.a, town.b)
    calls = [
        ("deliver", ROUTE, packet, town.b.proof(height, COMMITMENTS_SLOT, 1, packet.sequence))
        for packet in packets
    ]
    for call in calls[:2]:
        town.a.do(*call, account(RELAYER))
        assert answer_of(town.a).success
    with town.a.refuses(LimitReached):
        town.a.do(*calls[2], account(RELAYER))
    assert 400 * COIN == town.a.outstanding(True)


def test_a_silent_attester_loses_nothing():
    """cosmos-gravity-bridge#357: who cannot see the other chain says nothing, and pays nothing."""
    town = Witnesses()
    for _ in range(5):
        town.accepted(0, 1)
        town.pass_time(1_000)
    before = town.a.host.balance_wei(town.validators[2])
    town.a.do("leave_attesters", sender=town.sender(2))
    town.a.seal(201)
    assert BOND_WEI == town.a.host.balance_wei(town.validators[2]) - before
    assert AttesterState.LEFT == town.a.do("attester", town.validators[2]).state


@pytest.mark.parametrize("size", [0, 31, 33, 10_000])
def test_whatever_a_receiver_says_its_answer_is_one_hash(size: int):
    """A receiver that answers much, or little, costs its sender no more than a refusal does."""
    town = Town()
    target = account(500)
    town.b.host.contracts[target] = answering(bytes(size))
    town.b.host.codes[target] = b"code"
    packet = town.send(town.a, receiver=target, call_gas=9, call_data=b"x")
    answer = town.deliver(town.b, town.a, packet)
    assert not answer.success and 32 == len(answer.result_hash)
    town.acknowledge(town.a, town.b, packet, answer)
    assert 0 == town.a.outstanding(True)


def test_a_client_of_one_kind_takes_no_proof_of_the_other():
    """Type confusion: a header's RLP is no certificate, and a certificate no header."""
    town = Witnesses()
    trusted, new = newest(town)
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", CLIENT, update_of(trusted, new))
    with town.a.refuses(HeaderRefused):
        town.a.do("update_client", 1, town.shown(new.height))
    kinds = [town.a.do("client", number).kind for number in (1, CLIENT)]
    assert [ClientKind.KUMIAI, ClientKind.ATTESTED] == kinds
