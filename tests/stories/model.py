"""
A model called 1,000 times over one channel and redeemed once; its provider, convicted later.

    payer --1,000 vouchers--> provider --the last one--> split;   payer leaves alone, with the rest
    payer --signs what it is told--> provider, overcharging --sampled receipts--> convicted, pays 3x
"""

from collections.abc import Callable
from typing import Final

from modules.model_fees.records import DisputeState
from tests.stories.amounts import share
from tests.stories.books import Books
from tests.stories.embedding import Model, model
from tests.stories.metering import Price, Session, open_session
from tests.stories.moves import moved_wei
from tests.stories.stage import COIN, StoryChain

PEOPLE = ("author", "provider", "payer")
HURRY = {
    "model_fees": {
        "epoch_s": 1,
        "challenge_s": 4,
        "watch_s": 2,
        "dispute_window_s": 8,
        "answer_s": 6,
        "bond_wait_s": 26,
        "receipt_samples": 16,
    }
}
CALLS: Final = 1_000
FEW_CALLS: Final = 30
PADDED: Final = 3  # times the tokens that were read
TOKEN_WEI: Final = 10**13
PRICE: Final = Price("guild/embed", "provider", TOKEN_WEI)
BOND_WEI: Final = 5 * COIN
DEPOSIT_WEI: Final = 2 * COIN
AUTHOR_BPS: Final = 7_000  # the rest is the provider's
NAMES: Final = ("Tanaka Aiko", "Satou Hanako", "Suzuki Ichirou", "Yamada Tarou", "Itou Sakura")
WISHES: Final = ("a loan", "a divorce", "a second opinion", "a new kidney", "a pardon")


def tell(chain: StoryChain, say: Callable[[str], None]) -> None:
    """An honest channel and its end, then one whose provider adds to what was read."""
    books = Books(chain)
    _list(chain)
    with model() as answers:
        say(f"a model is for sale; who answers: {answers.name}")
        paid_wei = _use(chain, answers, say)
        padded = _overcharge(chain, answers, say)
    charged_wei = padded.redeem()
    refund_wei = _convict(chain, padded, charged_wei, say)
    padded.exit_alone()
    left_wei = chain.view("model_fees", "provider_bond", chain.account("provider")).free_wei
    assert left_wei == BOND_WEI - refund_wei
    chain.send("provider", "model_fees", "unbondProvider", left_wei)
    chain.wait_for(lambda: chain.balance_wei("model_fees") == 0)
    say("what is left of the bond is back, and the module holds nothing")
    _check(chain, books, (paid_wei, charged_wei), refund_wei)


def _list(chain: StoryChain) -> None:
    """Put the model on sale, served by a provider who stands behind its meter with a bond."""
    split = (chain.account("provider"), AUTHOR_BPS, 10_000 - AUTHOR_BPS, 0)
    prices = (TOKEN_WEI, 0)
    chain.send("author", "model_fees", "registerModel", PRICE.model, "ipfs://card", prices, split)
    chain.send("author", "model_fees", "activateModel", PRICE.model)
    chain.send("provider", "model_fees", "bondProvider", value_wei=BOND_WEI)


def prompts(count: int, first: int = 0) -> list[str]:
    """Return what people ask in confidence, no two alike."""
    return [
        f"{NAMES[n % len(NAMES)]} ({n}@mail.example) asks for {WISHES[n // 5 % len(WISHES)]}"
        for n in range(first, first + count)
    ]


def _use(chain: StoryChain, answers: Model, say: Callable[[str], None]) -> int:
    """Call a thousand times, redeem once, leave alone; return what was paid."""
    chain.secret(*NAMES)
    session = open_session(chain, "payer", PRICE, DEPOSIT_WEI)
    before = chain.web3.eth.get_transaction_count(chain.keys["provider"].address)
    for text in prompts(CALLS):
        session.call(answers, text)
    say(f"{CALLS:,} calls read {session.tokens:,} tokens; {session.vouchers:,} vouchers are signed")
    paid_wei = session.redeem()
    assert paid_wei == session.tokens * TOKEN_WEI
    account = chain.keys["provider"].address
    assert chain.web3.eth.get_transaction_count(account) == before + 1, "redeemed once"
    use = chain.view("model_fees", "usage", PRICE.model)
    assert (use.input_tokens, use.charged_wei) == (session.tokens, paid_wei)
    say(f"one transaction redeems them all: {paid_wei:,} wei")
    left_wei = session.exit_alone()
    assert left_wei == DEPOSIT_WEI - paid_wei
    say(f"the payer leaves alone: after the wait {left_wei:,} wei are back by themselves")
    return paid_wei


def _overcharge(chain: StoryChain, answers: Model, say: Callable[[str], None]) -> Session:
    """Let the provider claim more than was read; the payer signs what it is told."""
    session = open_session(chain, "payer", PRICE, DEPOSIT_WEI)
    for text in prompts(FEW_CALLS, CALLS):
        session.note(answers.call(text), text)
        session.sign(PADDED * session.tokens)
    say(f"{FEW_CALLS} calls more read {session.tokens:,} tokens, and {PADDED} times that is signed")
    return session


def _convict(
    chain: StoryChain, session: Session, charged_wei: int, say: Callable[[str], None]
) -> int:
    """Ask for receipts by sample: the provider has none for what it added; return the refund."""
    rules = chain.view("model_fees", "params")
    fee_wei = int(rules.dispute_fee_wei)
    sent = chain.send("payer", "model_fees", "disputeMeter", session.channel, 0, value_wei=fee_wei)
    number = int(chain.logged(sent, "model_fees", "MeterDisputed")[0]["dispute"])
    say("the payer counted for itself: it stakes a fee and asks for receipts")
    samples = chain.wait_for(lambda: chain.view("model_fees", "dispute_samples", number))
    openings = session.openings(samples)
    if openings:
        chain.send("provider", "model_fees", "answerDispute", number, openings)

    def state() -> DisputeState:
        return DisputeState(chain.view("model_fees", "dispute", number).state)

    chain.wait_for(lambda: state() == DisputeState.CONVICTED)
    missing = len(samples) - len(openings)
    unproven_wei = charged_wei * missing // len(samples)
    refund_wei = share(unproven_wei, rules.overcharge_multiplier_bps)
    assert refund_wei == moved_wei(chain, "model_fees", "overcharge_refund", target="payer")
    say(
        f"no receipt for {missing} of {len(samples)} samples: convicted, it pays {refund_wei:,} wei"
    )
    return refund_wei


def _check(chain: StoryChain, books: Books, paid_wei: tuple[int, ...], refund_wei: int) -> None:
    """Every party and the treasury, to the wei."""
    fee_bps = chain.view("model_fees", "params").protocol_fee_bps
    due_wei = {"author": 0, "provider": -refund_wei, "payer": refund_wei - sum(paid_wei)}
    fees_wei = 0
    for amount_wei in paid_wei:
        fee_wei = share(amount_wei, fee_bps)
        served_wei = share(amount_wei - fee_wei, 10_000 - AUTHOR_BPS)
        due_wei["provider"] += served_wei
        due_wei["author"] += amount_wei - fee_wei - served_wei
        fees_wei += fee_wei
    found_wei = {name: item.result_wei for name, item in books.close().items()}
    assert found_wei == due_wei, f"{found_wei}, by the parameters {due_wei}"
    assert fees_wei == moved_wei(chain, "model_fees", "voucher", target="treasury")
    assert fees_wei + sum(due_wei.values()) == 0
