"""
What people of the data market say one after the other, so that real blocks reach deep states.

    offer: create, list, open --> take: buy, use --> keep: fund, renew, cancel | give up: revoke
    accuse, contest --> votes     task: post, join, take, seal, open, accept
"""

from typing import Any

from chain.types.primitives import ZERO_ADDRESS, ZERO_HASH, Bps, Hash32, Seconds, Wei
from modules.licensing.annotation_batches import answers_seal
from modules.licensing.module import Licensing
from modules.licensing.offers import hash_of
from modules.licensing.records import Ground, Guards, Kind, Tag, Terms, VersionTerms
from tests.chain.stage import COIN_WEI, GENESIS_S, USERS
from tests.modules.licensing.workshop import RIGHT, SALT, TERMS
from tests.properties.deals import CHALLENGER, PAYER, PROVIDER, Said, says

RECEIPT = Hash32(b"\x4e" * 32)
BOND_WEI = COIN_WEI // 10
SECTIONS: dict[str, Any] = {
    "licensing": {
        "params": {
            "approve_timeout_s": 10,
            "renew_window_s": 20,
            "revoke_notice_s": 5,
            "tag_timeout_s": 60,
            "dispute_cooldown_s": 2,
            "bond_hold_s": 10,
        }
    }
}
KINDS = (Kind.SUBSCRIPTION, Kind.RENTAL, Kind.TIMED)


def terms_of(number: int) -> Terms:
    """Return the terms of the offer of this number, from 1: one of each kind in turn."""
    kind = KINDS[(number - 1) % len(KINDS)]
    is_rental, is_timed = kind == Kind.RENTAL, kind == Kind.TIMED
    return Terms(
        kind=kind,
        price_wei=Wei(COIN_WEI),
        duration_s=Seconds(30),
        grace_s=Seconds(0 if is_rental or is_timed else 10),
        deposit_wei=Wei(COIN_WEI if is_rental else 0),
        late_fee_wei=Wei(COIN_WEI // 10 if is_rental else 0),
        purposes=1,
        is_derivable=is_timed,
        royalty_bps=Bps(1_000 if is_timed else 0),
        needs_approval=is_timed,
    )


def offering(number: int, *parents: int) -> list[Said]:
    """Put an asset on the market and offer it; its offer has its number."""
    version = VersionTerms(RECEIPT, RECEIPT, "ipfs://", parents)
    return [
        says(PROVIDER, Licensing, "create_asset", version, value_wei=BOND_WEI),
        says(PROVIDER, Licensing, "list_asset", number),
        says(PROVIDER, Licensing, "open_offer", number, 1, terms_of(number)),
    ]


def taking(number: int, licence: int) -> list[Said]:
    """Take an offer, be approved where that is needed, and use the data."""
    terms = terms_of(number)
    guards = Guards(hash_of(number, 1, terms), terms.price_wei, terms.royalty_bps)
    taken = (number, USERS[PAYER], guards, ZERO_ADDRESS)
    paid_wei = terms.price_wei + terms.deposit_wei
    return [
        says(PAYER, Licensing, "buy", *taken, value_wei=paid_wei),
        says(PROVIDER, Licensing, "approve", licence),
        says(PAYER, Licensing, "use", licence, 1, 0, ZERO_HASH, RECEIPT),
    ]


def keeping(licence: int) -> list[Said]:
    """Renew a subscription, or return a rental; the other call is refused."""
    caps = (Wei(COIN_WEI), Wei(3 * COIN_WEI))
    return [
        says(PAYER, Licensing, "fund_standing", licence, *caps, value_wei=2 * COIN_WEI),
        says(CHALLENGER, Licensing, "renew", licence),
        says(PAYER, Licensing, "return_rental", licence, RECEIPT),
        says(CHALLENGER, Licensing, "settle", licence),
    ]


def revoking(licence: int, evidence: bytes) -> list[Said]:
    """Take a licence back, with an appeal where there was a breach."""
    is_breach = evidence[0] % 2 == 1
    ground = Ground.BREACH if is_breach else Ground.NO_FAULT
    return [
        says(PROVIDER, Licensing, "revoke", licence, ground, Hash32(evidence)),
        says(PAYER, Licensing, "appeal", licence, Hash32(evidence)),
    ]


def accusing(asset: int, evidence: bytes) -> list[Said]:
    """Accuse an asset, in the name of somebody else or of nobody; contest what stands."""
    owner = USERS[CHALLENGER] if evidence[0] % 2 else ZERO_ADDRESS
    said = (asset, Tag.NOT_THE_OWNERS, owner, Hash32(evidence))
    return [
        says(CHALLENGER, Licensing, "raise_dispute", *said),
        says(PROVIDER, Licensing, "contest_tag", asset, Hash32(evidence)),
        says(CHALLENGER, Licensing, "clear_tag", asset),
        says(PAYER, Licensing, "claim_vault", asset),
    ]


def annotating(task: int) -> list[Said]:
    """Post a task of one batch, and let two people answer it alike."""
    fields = {"batches": 1, "overlap": 2, "gold_root": ZERO_HASH}
    wanted = TERMS.__class__(**{**vars(TERMS), **fields, "ends_s": Seconds(GENESIS_S + 1_000)})
    bond_wei, people = TERMS.bond_wei, (PROVIDER, CHALLENGER)
    said = [says(PAYER, Licensing, "post_task", wanted, value_wei=2 * TERMS.pay_wei)]
    for who in people:
        sealed = answers_seal(task, 0, USERS[who], RIGHT, ZERO_HASH, SALT)
        said.append(says(who, Licensing, "join_task", task, value_wei=bond_wei))
        said.append(says(who, Licensing, "take_batch", task))
        said.append(says(who, Licensing, "seal_answers", task, 0, sealed))
    for who in people:
        said.append(says(who, Licensing, "open_answers", task, 0, RIGHT, ZERO_HASH, SALT))
    return [*said, says(PAYER, Licensing, "accept_batch", task, 0)]
