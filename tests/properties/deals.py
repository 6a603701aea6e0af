"""
What people of the markets say one after the other, so that real blocks reach deep states.

    deal: open, bid, accept, start, submit --> claim: reveal, challenge, respond --> votes
    device: register with real signatures, bond, price, pay, report, appeal, suspect, retire
"""

from dataclasses import replace
from typing import Any

from chain.codec.signature import address_of, sign_digest
from chain.kit.module import Module, method_named
from chain.kit.verdicts import Level, result_seal, vote_seal
from chain.types.primitives import Hash32, Height, Wei
from modules.compute.module import Compute
from modules.compute.records import Capacity, Kind, Offer, OrderTerms
from modules.devices.module import Devices
from modules.devices.records import Application, Attestation, DeviceClass, Suspicion
from modules.devices.signatures import Typed, typed_digest
from modules.verification.module import Verification
from modules.verification.records import Role, Side
from tests.chain.stage import CHAIN_ID, COIN_WEI, USERS
from tests.modules.compute.market import CLASS, JOB, LEASE, MEMORY, SEAL, UNIT_WEI
from tests.modules.devices.scene import EVIDENCE, LATER_S, NO_WORD
from tests.modules.verification.scene import DIGEST, SALT, terms

PAYER, PROVIDER, CHALLENGER = 0, 1, 2
JUDGES = range(3, 10)
Said = tuple[int, tuple[type[Module], Any, tuple[Any, ...], int]]
SECTIONS: dict[str, Any] = {
    "verification": {
        "params": {
            "draw_blocks": 2,
            "reveal_blocks": 4,
            "challenge_blocks": 3,
            "respond_blocks": 4,
            "evidence_blocks": 1,
            "vote_blocks": 3,
            "open_blocks": 3,
            "clock_blocks": 6,
            "unbonding_blocks": 20,
            "retry_blocks": 2,
        }
    },
    "compute": {
        "params": {
            "start_timeout_blocks": 5,
            "grace_blocks": 4,
            "reclaim_blocks_min": 4,
            "spot_notice_blocks": 2,
            "heartbeat_blocks": 6,
            "holdback_blocks": 6,
            "verdict_timeout_blocks": 60,
        }
    },
    "devices": {
        "params": {
            "windows": 4,
            "window_blocks": 1,
            "proof_blocks": 1,
            "probation_epochs": 2,
            "probation_challenges": 0,
            "response_blocks": 4,
            "attest_blocks": 4,
            "appeal_blocks": 6,
            "case_blocks_max": 40,
            "unbonding_blocks": 10,
        }
    },
    "mint": {"params": {"device_share_bps": 1_000}},
}


def says(who: int, module: type[Module], name: str, *values: Any, value_wei: int = 0) -> Said:
    """Return a user's call of a module."""
    method = method_named(module, name)
    assert method is not None, name
    return who, (module, method, values, value_wei)


def entering() -> list[Said]:
    """Register a provider and the judges, and put deposits down."""
    declared = ("u", (MEMORY,), (Capacity(CLASS, 9),))
    coins = 50 * COIN_WEI
    said = [says(PROVIDER, Compute, "register_provider", *declared, value_wei=coins)]
    for who in (PAYER, PROVIDER, CHALLENGER):
        said.append(says(who, Verification, "deposit", value_wei=coins))
    for who in JUDGES:
        for role in (Role.JUROR, Role.AUDITOR):
            said.append(says(who, Verification, "join", role, value_wei=100 * COIN_WEI))
    return said


def matching(order: int, wanted: OrderTerms) -> list[Said]:
    """Bring an order under way; its bid has its number."""
    is_lease = wanted.kind == Kind.LEASE
    offer = Offer(UNIT_WEI, reclaim_blocks=wanted.reclaim_blocks, device=1 - is_lease)
    return [
        says(PAYER, Compute, "open_order", wanted, value_wei=9 * COIN_WEI),
        says(PROVIDER, Compute, "place_bid", order, offer),
        says(PAYER, Compute, "accept_bid", order, order),
        says(PROVIDER, Compute, "start", order),
    ]


def dealing(order: int, level: Level) -> list[Said]:
    """Bring a job to where its result is judged."""
    seal = result_seal(Compute.address, order, USERS[PROVIDER], DIGEST, SALT)
    submit = says(PROVIDER, Compute, "submit_result", order, seal, 3)
    return [*matching(order, replace(JOB, claim=terms(level))), submit]


def leasing(order: int) -> list[Said]:
    """Bring a lease under way, prove that it serves, and add to its budget."""
    return [
        *matching(order, LEASE),
        says(PROVIDER, Compute, "heartbeat", order),
        says(CHALLENGER, Compute, "top_up", order, value_wei=COIN_WEI),
    ]


def ending(order: int) -> list[Said]:
    """End a lease, in dispute or in peace; the other call is refused."""
    return [
        says(PROVIDER, Compute, "withdraw_earnings", order),
        says(PAYER, Compute, "dispute_lease", order, SEAL),
        says(PAYER, Compute, "end_lease", order),
    ]


def objecting(claim: int) -> list[Said]:
    """Reveal a result, object to it, and stand by it."""
    values = (claim, Level.JURY, Side.AGAINST_WORKER, EVIDENCE)
    coins = 5 * COIN_WEI
    return [
        says(PROVIDER, Verification, "reveal", claim, DIGEST, SALT),
        says(CHALLENGER, Verification, "challenge", *values, value_wei=coins),
        says(PROVIDER, Verification, "respond", claim, value_wei=coins),
    ]


def sealing(claim: int, index: int, value: int) -> list[Said]:
    """Let every judge try to seal a vote in a round; who is not drawn is refused."""
    return [
        says(
            who,
            Verification,
            "seal_vote",
            claim,
            vote_seal(claim, index, USERS[who], value, SALT),
        )
        for who in JUDGES
    ]


def opening(claim: int, value: int) -> list[Said]:
    """Let every judge try to open its vote."""
    return [says(who, Verification, "open_vote", claim, value, SALT) for who in JUDGES]


def key_of(number: int) -> bytes:
    """Return the private key of a device."""
    return (number + 7_000).to_bytes(32, "big")


def signed(message: Typed, number: int) -> bytes:
    """Return a device's signature over a typed message."""
    digest = typed_digest(message, CHAIN_ID, Devices.address)
    y_parity, r, s = sign_digest(key_of(number), digest)
    return r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((y_parity,))


def enlisting(number: int, owner: int = CHALLENGER, word: Attestation = NO_WORD) -> list[Said]:
    """Register, price and bond a device, by its own key's signature."""
    item = Application(
        USERS[owner],
        address_of(key_of(number)),
        DeviceClass.GPU,
        1,
        Hash32(number.to_bytes(32, "big")),
        Hash32(b"\xd1" * 32),
        7,
        Hash32(b"\x51" * 32),
        0,
        LATER_S,
    )
    values = (item, signed(item, number), word)
    return [
        says(owner, Devices, "register", *values, value_wei=COIN_WEI),
        says(owner, Devices, "set_price", number, Wei(COIN_WEI)),
        says(owner, Devices, "bond", number, value_wei=100 * COIN_WEI),
    ]


def serving(device: int, receipt: int) -> list[Said]:
    """Pay a device, say that it did not serve, and appeal against that."""
    return [
        says(PAYER, Devices, "pay_for_service", device, 3, value_wei=3 * COIN_WEI),
        says(PAYER, Devices, "report_unserved", receipt, 2, EVIDENCE),
        says(CHALLENGER, Devices, "appeal", receipt, EVIDENCE),
    ]


def leaving(device: int) -> list[Said]:
    """Suspect a device, which then tries to leave, or rests."""
    starts_at = Height(40)
    return [
        says(CHALLENGER, Devices, "declare_maintenance", device, starts_at, 5),
        says(PAYER, Devices, "suspect", device, Suspicion.CLONE_KEY, EVIDENCE),
        says(CHALLENGER, Devices, "retire", device),
    ]
