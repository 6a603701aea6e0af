"""
Short scenes that together make every call of the markets, on a chain over a filled state.

    orders, leases, policies | claims: accepted, judged, played out | devices: at work, accused

Each is played a few times, with other orders, leases, claims and devices of the filled state.
"""

from dataclasses import replace
from typing import Any, Final

from bench.annotation_scenes import play_annotation
from bench.bridge_scenes import play_bridge
from bench.cast import CAST_KEYS, OWNER_KEYS, PAYER_KEYS, PEOPLE, PROVIDER_KEYS
from bench.chain import CHAIN_ID
from bench.data_scenes import play_data
from bench.identity_scenes import play_identity
from bench.market_calls import Desk
from bench.market_state import (
    BUDGET_WEI,
    CLASS,
    COIN,
    JOB,
    LEASE,
    OFFER,
    POKE_AT,
    POKED,
    application_of,
    device_key,
    signature_of,
    signed_beat,
)
from bench.model_scenes import play_models, settle_overdue
from bench.token_scenes import play_token
from chain.codec import address_of
from chain.kit.merkle import leaf_of
from chain.kit.verdicts import ClaimTerms, Level, canary_seal, result_seal, vote_seal
from chain.types.primitives import ZERO_HASH, Hash32, Height, Seconds, Wei
from modules.compute.module import Compute
from modules.compute.records import Capacity, Offer, PolicyTerms
from modules.devices.module import Devices
from modules.devices.records import ChallengeStatus, ProvenBeat, Suspicion
from modules.devices.registration import Permission
from modules.devices.signatures import Answer, Handover, Relocation, Rotation, typed_digest
from modules.verification.module import Verification
from modules.verification.records import ClaimState, GameState, Role, Side
from modules.verification.vm_step import Op, instruction, state_hash, trace_digest
from modules.verification.vm_trace import Trace

TIMES: Final = 3  # that each scene is played
SALT: Final = Hash32(b"salt".ljust(32, b"\0"))
DIGEST: Final = Hash32(b"\xd1" * 32)
MEMBER_WEI: Final = 200 * COIN
DEPOSIT_WEI: Final = 100 * COIN
LATER_S: Final = Seconds(2_000_000_000)
CLIENT, WORKER, STRANGER = CAST_KEYS[:3]
JURORS, AUDITORS, PASSING = CAST_KEYS[4:14], CAST_KEYS[14:20], CAST_KEYS[20:23]
PROGRAM: Final = [
    instruction(Op.SET, 1, 0, 0, 7),
    instruction(Op.ADDI, 1, 1, 0, 1),
    instruction(Op.STORE, 1, 0, 0, 3),
    instruction(Op.LOAD, 2, 0, 0, 3),
    instruction(Op.HALT),
]
WRONG_FROM: Final = 3  # the first state that the liar makes up


def play(desk: Desk) -> None:
    """Make every call."""
    _poke(desk)
    settle_overdue(desk)
    for time in range(TIMES):
        play_token(desk, time)
        play_bridge(desk, time)
        play_identity(desk, time)
        play_models(desk, time)
        play_data(desk, time)
        play_annotation(desk)
    _devices_at_work(desk)
    _providers(desk)
    for time in range(TIMES):
        _orders(desk, time)
        _leases(desk, 10 * time + 1)
        _policies(desk)
    undecided = _undecided(desk)
    for index, key in enumerate((*JURORS, *AUDITORS)):
        role = Role.JUROR if index < len(JURORS) else Role.AUDITOR
        desk.send(key, Verification, "join", role, value_wei=MEMBER_WEI)
    for _ in range(TIMES):
        desk.send(STRANGER, Compute, "judge", undecided.pop())
        _deposits(desk)
        _judged_job(desk)
        _bisected_claim(desk)
        _canary(desk)
        _disputed_lease(desk)
    _devices_accused(desk)


def _poke(desk: Desk) -> None:
    """More orders expire at a height than a block handles: the last ones are overdue in it."""
    desk.go_to(POKE_AT - 1)
    overdue = desk.filled.poked[-POKED:]
    desk.send_all(*((STRANGER, Compute, "poke", (order,), 0) for order in overdue))


def _providers(desk: Desk) -> None:
    for index, key in enumerate((WORKER, *CAST_KEYS[20 : 20 + TIMES])):
        declared: Any = ("https://gpu.example", (), (Capacity(CLASS, 1_000),))
        desk.send(key, Compute, "register_provider", *declared, value_wei=1_000 * COIN)
        desk.send(key, Compute, "deposit_bond", value_wei=COIN)
        desk.send(key, Compute, "update_provider", *declared)
        desk.send(key, Compute, "withdraw_bond", Wei(COIN))
        if index:
            desk.send(key, Compute, "retire_provider")


def _open(desk: Desk, terms: Any, value_wei: int = BUDGET_WEI) -> int:
    desk.send(CLIENT, Compute, "open_order", terms, value_wei=value_wei)
    number: int = desk.view(Compute, "order_total")
    return number


def _bid(desk: Desk, order: int, offer: Offer, key: bytes = WORKER) -> int:
    desk.send(key, Compute, "place_bid", order, offer)
    bids = desk.view(Compute, "open_bids_on", order)
    return int(max(bids))


def _orders(desk: Desk, time: int) -> None:
    """An order is cancelled; one is matched, done and paid without proof."""
    offer = replace(OFFER, reclaim_blocks=Height(0))
    cancelled = _open(desk, JOB)
    desk.send(WORKER, Compute, "withdraw_bid", _bid(desk, cancelled, offer))
    desk.send(CLIENT, Compute, "cancel_order", cancelled)
    done = _open(desk, JOB)
    _bid(desk, done, offer)
    desk.send(CLIENT, Compute, "match_order", done)
    desk.send(WORKER, Compute, "start", done)
    desk.send(WORKER, Compute, "submit_result", done, DIGEST, 10)


def _leases(desk: Desk, first: int) -> None:
    """Leases of the filled state; each has its payer and its provider by its number."""

    def sides(lease: int) -> tuple[bytes, bytes]:
        return PAYER_KEYS[(lease - 1) % PEOPLE], PROVIDER_KEYS[(lease - 1) % PEOPLE]

    payer, provider = sides(first)
    desk.send(payer, Compute, "top_up", first, value_wei=BUDGET_WEI)
    desk.send(provider, Compute, "heartbeat", first)
    desk.send(provider, Compute, "settle", first)
    desk.send(provider, Compute, "withdraw_earnings", first)
    desk.send(payer, Compute, "pause", first)
    desk.send(payer, Compute, "resume", first)
    desk.send(provider, Compute, "reclaim", first)
    desk.send(sides(first + 1)[1], Compute, "kill", first + 1)
    desk.send(sides(first + 2)[0], Compute, "end_lease", first + 2)


def _policies(desk: Desk) -> None:
    limit = Wei(10 * COIN)
    terms = PolicyTerms(
        job_wei_max=limit,
        period_wei_max=limit,
        period_blocks=Height(1_000),
        expires_at=Height(9_999),
    )
    desk.send(CLIENT, Compute, "create_policy", terms, value_wei=COIN)
    policy = desk.view(Compute, "policies_of", address_of(CLIENT), 0, 100)[-1]
    desk.send(CLIENT, Compute, "fund_policy", policy, value_wei=10 * COIN)
    desk.send(STRANGER, Compute, "open_under_policy", policy, JOB, Wei(COIN))
    desk.send(CLIENT, Compute, "revoke_policy", policy)


def _terms(level: Level, **changed: Any) -> ClaimTerms:
    return replace(ClaimTerms(level, 0, ZERO_HASH, 0, ZERO_HASH, ZERO_HASH), **changed)


def _hire(desk: Desk, claim: ClaimTerms) -> int:
    """Have a job begun whose result must stand up; return the order."""
    order = _open(desk, replace(JOB, claim=claim), 10 * COIN)
    bid = _bid(desk, order, replace(OFFER, reclaim_blocks=Height(0)))
    desk.send(CLIENT, Compute, "accept_bid", order, bid)
    desk.send(WORKER, Compute, "start", order)
    return order


def _submit(desk: Desk, order: int, digest: Hash32 = DIGEST) -> int:
    """Have a result sealed; return the claim, 0 where nobody judges it."""
    seal = result_seal(Compute.address, order, address_of(WORKER), digest, SALT)
    desk.send(WORKER, Compute, "submit_result", order, seal, 10)
    claim: int = desk.view(Compute, "order", order).progress.claim
    return claim


def _deliver(desk: Desk, claim: ClaimTerms, digest: Hash32 = DIGEST) -> int:
    """Have a job done; return the claim."""
    return _submit(desk, _hire(desk, claim), digest)


def _undecided(desk: Desk) -> list[int]:
    """Results that come when all auditors have left; nobody judges them yet."""
    for key in PASSING:
        desk.send(key, Verification, "join", Role.AUDITOR, value_wei=MEMBER_WEI)
    orders = [_hire(desk, _terms(Level.AUDIT)) for _ in range(TIMES)]
    for key in PASSING:
        desk.send(key, Verification, "resign", Role.AUDITOR)
    claims = [_submit(desk, order) for order in orders]
    assert not any(claims), claims
    return orders


def _state(desk: Desk, claim: int) -> ClaimState:
    return ClaimState(desk.view(Verification, "standing", claim).state)


def _until(desk: Desk, claim: int, state: ClaimState) -> None:
    desk.until(lambda: _state(desk, claim) == state)


def _deposits(desk: Desk) -> None:
    desk.send(STRANGER, Verification, "deposit", value_wei=DEPOSIT_WEI)
    desk.send(STRANGER, Verification, "withdraw", Wei(COIN))
    desk.send(JURORS[0], Verification, "top_up", Role.JUROR, value_wei=COIN)
    order = _hire(desk, _terms(Level.REQUESTER))
    _submit(desk, order)
    desk.send(CLIENT, Compute, "accept_result", order)
    first = _deliver(desk, _terms(Level.REQUESTER))
    second = _deliver(desk, _terms(Level.REQUESTER))
    desk.send(WORKER, Verification, "link", second, first)
    desk.send(CLIENT, Verification, "accept", first)


def _judged_job(desk: Desk) -> None:
    """A result is challenged, shown, and found good by a jury; the payer accepts that."""
    claim = _deliver(desk, _terms(Level.REQUESTER))
    objection = (claim, Level.JURY, Side.AGAINST_WORKER, ZERO_HASH)
    desk.send(STRANGER, Verification, "challenge", *objection, value_wei=DEPOSIT_WEI)
    desk.send(WORKER, Verification, "reveal", claim, DIGEST, SALT)
    desk.send(WORKER, Verification, "respond", claim, value_wei=DEPOSIT_WEI)
    desk.send(WORKER, Verification, "add_evidence", claim, DIGEST)
    _vote(desk, claim, JURORS, 10_000)
    desk.send_all(
        (CLIENT, Verification, "accept", (claim,), 0),
        (CLIENT, Verification, "execute", (claim,), 0),
    )


def _vote(desk: Desk, claim: int, members: tuple[bytes, ...], value: int) -> None:
    """Let those drawn in the last round seal and open the same vote."""
    _until(desk, claim, ClaimState.VOTING)
    index = len(desk.view(Verification, "rounds_of", claim)) - 1
    seats = desk.view(Verification, "seats_of", claim, index)
    keys = {address_of(key): key for key in members}
    for seat in seats:
        seal = vote_seal(claim, index, seat.voter, value, SALT)
        desk.send(keys[seat.voter], Verification, "seal_vote", claim, seal)
    for seat in seats:
        desk.send(keys[seat.voter], Verification, "open_vote", claim, value, SALT)


def _bisected_claim(desk: Desk) -> None:
    """A made-up trace, halved down to one step."""
    honest = Trace(PROGRAM, {}, 100)
    end = replace(honest.end, registers=(0, 1_000, *honest.end.registers[2:]))
    made_up = [Hash32(bytes(byte ^ 0x5A for byte in found)) for found in honest.hashes[WRONG_FROM:]]
    claimed = [*honest.hashes[:WRONG_FROM], *made_up]
    claimed[-1] = state_hash(end)
    digest = trace_digest(honest.steps, claimed[-1])
    claim = _deliver(desk, _terms(Level.BISECTION, program=honest.program), digest)
    desk.send(WORKER, Verification, "reveal_trace", claim, honest.steps, end, SALT)
    objection = (claim, Level.BISECTION, Side.AGAINST_WORKER, ZERO_HASH)
    desk.send(STRANGER, Verification, "challenge", *objection, value_wei=DEPOSIT_WEI)
    desk.send(WORKER, Verification, "respond", claim, value_wei=DEPOSIT_WEI)
    while (game := desk.view(Verification, "game", claim)).state != GameState.STEPPING:
        middle = (game.low + game.high) // 2
        if game.state == GameState.SPLITTING:
            desk.send(WORKER, Verification, "post_middle", claim, claimed[middle])
        else:
            agrees = game.middle_hash == honest.hashes[middle]
            desk.send(STRANGER, Verification, "choose_half", claim, agrees)
    desk.send(STRANGER, Verification, "prove_step", claim, honest.witness(game.low))


def _canary(desk: Desk) -> None:
    """A result that its payer knew to be wrong, and that the auditors let pass."""
    canary = canary_seal(address_of(CLIENT), DIGEST, SALT)
    claim = _deliver(desk, _terms(Level.AUDIT, canary=canary))
    desk.send(WORKER, Verification, "reveal", claim, DIGEST, SALT)
    _vote(desk, claim, AUDITORS, 0)
    desk.send(CLIENT, Verification, "open_canary", claim, SALT, value_wei=DEPOSIT_WEI)


def _disputed_lease(desk: Desk) -> None:
    order = _open(desk, LEASE)
    desk.send(CLIENT, Compute, "accept_bid", order, _bid(desk, order, OFFER))
    desk.send(WORKER, Compute, "start", order)
    desk.send(CLIENT, Verification, "deposit", value_wei=DEPOSIT_WEI)
    desk.send(CLIENT, Compute, "dispute_lease", order, DIGEST)


def _owner(number: int) -> bytes:
    return OWNER_KEYS[number % PEOPLE]


def _permission(desk: Desk, number: int, kind: type[Any], subject: Any) -> Permission:
    key = device_key(number)
    nonce = desk.view(Devices, "key_nonce", address_of(key))
    word = signature_of(kind(number, subject, nonce, LATER_S), key)
    return Permission(nonce, LATER_S, word)


def _devices_at_work(desk: Desk) -> None:
    """Devices of the filled state in the epoch in which nobody is behind, and new ones."""
    for time in range(TIMES):
        number, owner = 10 + 10 * time, _owner(10 + 10 * time)
        epoch, gateway = desk.view(Devices, "current_epoch"), CAST_KEYS[time]
        window = (desk.height + 1 - epoch.started_at) // epoch.window_blocks
        desk.send(gateway, Devices, "beat", (signed_beat(number, epoch.number, window),))
        shown = signed_beat(number + 1, epoch.number, window)
        root = leaf_of(typed_digest(shown.beat, CHAIN_ID, Devices.address))
        desk.send(gateway, Devices, "post_root", epoch.number, window, root)
        proof = ProvenBeat(shown.beat, shown.signature, 0, ())
        desk.send(gateway, Devices, "prove_beats", address_of(gateway), (proof,))
        desk.send(owner, Devices, "set_price", number, Wei(10**15))
        desk.send(owner, Devices, "top_up", number, value_wei=COIN)
        desk.send(owner, Devices, "claim")
        _answered_challenge(desk)
        plan = (number, Height(desk.height + 3), 40)
        desk.send(owner, Devices, "declare_maintenance", *plan)
        desk.go_to(plan[1])
        desk.send(owner, Devices, "end_maintenance", number)
        _changed_device(desk, number + 2, time)
        _new_device(desk, 100_000 + time)


def _answered_challenge(desk: Desk) -> None:
    """Whatever the beacon draws next answers, and one of its verifiers says so."""
    last = 0

    def is_drawn() -> bool:
        nonlocal last
        while desk.view(Devices, "challenge", last + 1).device:
            last += 1
        return desk.view(Devices, "challenge", last).status == ChallengeStatus.DRAWN

    desk.until(is_drawn)
    record = desk.view(Devices, "challenge", last)
    word = signature_of(Answer(last, record.nonce, DIGEST), device_key(record.device))
    desk.send(STRANGER, Devices, "answer_challenge", last, DIGEST, word)
    verifier = next(key for key in OWNER_KEYS if address_of(key) in record.verifiers)
    desk.send(verifier, Devices, "attest", last, True)


def _changed_device(desk: Desk, number: int, time: int) -> None:
    """A device goes elsewhere, is given away, gets another key, is settled, and retires."""
    owner, heir = _owner(number), CAST_KEYS[20 + time]
    word = _permission(desk, number, Relocation, 999)
    desk.send(owner, Devices, "relocate", number, 999, word)
    word = _permission(desk, number, Handover, address_of(heir))
    desk.send(owner, Devices, "transfer", number, address_of(heir), word)
    key = (5 * 10**9 + number).to_bytes(32, "big")
    word = _permission(desk, number, Rotation, address_of(key))
    proof = signature_of(Rotation(number, address_of(key), word.nonce, LATER_S), key)
    desk.send(heir, Devices, "rotate_key", number, address_of(key), word, proof)
    desk.send(heir, Devices, "settle", number)
    desk.send(heir, Devices, "retire", number)


def _new_device(desk: Desk, number: int) -> None:
    item, word, attestation = application_of(number)
    owner = _owner(number)
    desk.send(owner, Devices, "register", item, word, attestation, value_wei=COIN)
    known = desk.view(Devices, "device_by_key", item.key)
    desk.send(owner, Devices, "bond", known, value_wei=100 * COIN)


def _devices_accused(desk: Desk) -> None:
    """A payer was not served: a penalty, an appeal; a device is suspected to be a clone."""
    for time in range(TIMES):
        number = 500 + 10 * time
        desk.send(CLIENT, Devices, "pay_for_service", number, 1_000, value_wei=1_000 * 10**15)
        desk.send(CLIENT, Devices, "report_unserved", time + 1, 1, DIGEST)
        owner = _owner(number)
        desk.send(owner, Verification, "deposit", value_wei=DEPOSIT_WEI)
        desk.send(owner, Devices, "appeal", time + 1, DIGEST)
        accused = (number + 1, Suspicion.CLONE_KEY, DIGEST)
        desk.send(STRANGER, Devices, "suspect", *accused)
