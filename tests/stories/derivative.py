"""
A derivative model that pays its base model and its data, and the base that pays the data too.

    reader --channel, single payment--> charge --> treasury | host | tuner
                                           +--> base's income --distribute--> author, data
                                           +--> data's vault --claim--> collector
"""

import json
from collections import Counter
from collections.abc import Callable
from typing import Any, Final

from eth_hash.auto import keccak

from chain.types.primitives import Bps, Hash32, Seconds, Wei
from modules.licensing.records import VersionTerms
from modules.model_fees.records import (
    NO_BAND,
    BaseShare,
    Conditions,
    DataShare,
    Prices,
    RevenueSplit,
)
from tests.stories.amounts import share
from tests.stories.books import Books
from tests.stories.embedding import model
from tests.stories.metering import Price, open_session
from tests.stories.moves import moved_wei
from tests.stories.stage import COIN, StoryChain

PEOPLE = ("collector", "author", "tuner", "host", "reader", "passer")
HURRY = {
    "model_fees": {
        "epoch_s": 1,
        "challenge_s": 4,
        "watch_s": 2,
        "dispute_window_s": 2,
        "answer_s": 1,
        "bond_wait_s": 9,
    },
    "licensing": {"bond_hold_s": 2},
}
WHOLE: Final = 10_000
TOKEN_WEI: Final = 10**13 + 7  # no round number: the dust must be somebody's
BASE: Final = "guild/embed"
CHILD: Final = Price("guild/embed-care", "host", TOKEN_WEI)
HOST_BPS, BASE_BPS, DATA_BPS = 2_500, 2_000, 1_111  # of what the derivative's use leaves
BASE_DATA_BPS: Final = 1_500  # of the base's own income
CALLS: Final = 50
SINGLE_TOKENS: Final = 12_345
DEPOSIT_WEI: Final = COIN
BOND_WEI: Final = COIN
# What the collector was given in confidence: only its salted root is anybody's business.
RECORDS: Final = (
    {"name": "Tanaka Aiko", "mail": "aiko@mail.example", "note": "allergic to penicillin"},
    {"name": "Satou Hanako", "mail": "hanako@mail.example", "note": "moved in with her sister"},
)
SALT: Final = b"of the collector alone".ljust(32, b"\x5a")
RECEIPT: Final = Hash32(keccak(b"where the encrypted records lie"))

Due = Counter[str]


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """From a data set to the last coin of those who made what was made of it."""
    books, due_wei = Books(chain), Due()
    asset = _collect(chain)
    _list_base(chain, asset)
    _list_child(chain, asset)
    say("a data set, a model made of it, and a model made of both are on the market")
    due_wei.update(_call(chain, say))
    due_wei.update(_pay_once(chain))
    income_wei = int(chain.view("model_fees", "income", BASE))
    assert income_wei == due_wei.pop("base")
    chain.send("passer", "model_fees", "distribute", BASE)
    onward_wei = share(income_wei, BASE_DATA_BPS)
    due_wei.update({"author": income_wei - onward_wei, "collector": onward_wei})
    say(f"anybody may distribute: of {income_wei:,} wei the base passes {onward_wei:,} on to data")
    chain.send("collector", "licensing", "claimVault", asset)
    chain.send("collector", "licensing", "retireAsset", asset)
    chain.send("host", "model_fees", "unbondProvider", BOND_WEI)
    for module in ("licensing", "model_fees"):
        chain.wait_for(lambda module=module: chain.balance_wei(module) == 0)
    say("the vault is claimed, the bonds are back, and both modules hold nothing")
    _check(chain, books, due_wei)


def _collect(chain: StoryChain) -> int:
    """Register a data set by the salted hash of its records; return its number."""
    chain.secret(SALT, *(text for record in RECORDS for text in record.values()))
    chain.secret(*(json.dumps(record, sort_keys=True) for record in RECORDS))
    content = Hash32(keccak(SALT + json.dumps(RECORDS, sort_keys=True).encode()))
    terms = VersionTerms(content, RECEIPT, "ipfs://encrypted-records", ())
    bond_wei = chain.view("licensing", "params").asset_bond_wei
    made = chain.send("collector", "licensing", "createAsset", terms, value_wei=bond_wei)
    asset = int(chain.logged(made, "licensing", "AssetCreated")[0]["asset"])
    chain.send("collector", "licensing", "listAsset", asset)
    return asset


def _split(chain: StoryChain, server: str, author_bps: int, server_bps: int) -> RevenueSplit:
    return RevenueSplit(chain.account(server), Bps(author_bps), Bps(server_bps), Bps(0))


def _put(
    chain: StoryChain, maker: str, name: str, split: RevenueSplit, made_of: Conditions
) -> None:
    """Put a model on sale that pays what it was made of from its first use on."""
    prices = Prices(Wei(TOKEN_WEI), Wei(0))
    plain = _split(chain, maker, WHOLE, 0)
    chain.send(maker, "model_fees", "registerModel", name, "ipfs://card", prices, plain)
    at_s = Seconds(chain.web3.eth.get_block("latest")["timestamp"] + 2)
    chain.send(maker, "model_fees", "scheduleTerms", name, prices, split, made_of, at_s)
    chain.wait_for(lambda: chain.web3.eth.get_block("latest")["timestamp"] >= at_s)
    chain.send(maker, "model_fees", "activateModel", name)


def _made_of(bases: tuple[BaseShare, ...], data: tuple[DataShare, ...]) -> Conditions:
    return Conditions((), bases, data, (), Seconds(0), 0, Seconds(0), 0, NO_BAND)


def _list_base(chain: StoryChain, asset: int) -> None:
    """The base passes a part of all it earns on to the data it learned from."""
    made_of = _made_of((), (DataShare(asset, Bps(BASE_DATA_BPS)),))
    split = _split(chain, "author", WHOLE - BASE_DATA_BPS, 0)
    _put(chain, "author", BASE, split, made_of)


def _list_child(chain: StoryChain, asset: int) -> None:
    """The derivative pays its base and the data, and who serves it."""
    made_of = _made_of((BaseShare(BASE, Bps(BASE_BPS)),), (DataShare(asset, Bps(DATA_BPS)),))
    split = _split(chain, "host", WHOLE - HOST_BPS - BASE_BPS - DATA_BPS, HOST_BPS)
    _put(chain, "tuner", CHILD.model, split, made_of)
    chain.send("host", "model_fees", "bondProvider", value_wei=BOND_WEI)


def _legs(chain: StoryChain, amount_wei: int) -> dict[str, int]:
    """Return whose each wei of a charge is by the shares; the tuner has the dust."""
    fee_wei = share(amount_wei, chain.view("model_fees", "params").protocol_fee_bps)
    rest_wei = amount_wei - fee_wei
    parts = {"host": HOST_BPS, "base": BASE_BPS, "collector": DATA_BPS}
    legs = {name: share(rest_wei, bps) for name, bps in parts.items()}
    legs["tuner"] = rest_wei - sum(legs.values())
    return legs | {"treasury": fee_wei, "reader": -amount_wei}


def _call(chain: StoryChain, say: Callable[[str], None]) -> dict[str, int]:
    """Call the derivative over a channel, with what was told in confidence."""
    session = open_session(chain, "reader", CHILD, DEPOSIT_WEI)
    with model() as answers:
        for number in range(CALLS):
            record = RECORDS[number % len(RECORDS)]
            session.call(answers, f"case {number} of {record['name']}: {record['note']}")
        say(f"{CALLS} calls read {session.tokens:,} tokens ({answers.name})")
    charged_wei = session.redeem()
    session.exit_alone()
    return _legs(chain, charged_wei)


def _pay_once(chain: StoryChain) -> dict[str, int]:
    """Pay for a use in the call that asks for it; what is sent above the charge comes back."""
    charge_wei = SINGLE_TOKENS * TOKEN_WEI
    use: tuple[Any, ...] = (CHILD.model, SINGLE_TOKENS, 0, charge_wei, ())
    chain.send("reader", "model_fees", "payForUse", *use, value_wei=charge_wei + COIN)
    return _legs(chain, charge_wei)


def _check(chain: StoryChain, books: Books, due_wei: Due) -> None:
    """Every party and the treasury, to the wei."""
    found_wei = {name: item.result_wei for name, item in books.close().items()}
    reasons = ("voucher", "model_fee")
    found_wei["treasury"] = moved_wei(chain, "model_fees", *reasons, target="treasury")
    expected_wei = {name: due_wei[name] for name in (*PEOPLE, "treasury")}
    assert found_wei == expected_wei, f"{found_wei}, by the shares {expected_wei}"
    assert sum(expected_wei.values()) == 0
