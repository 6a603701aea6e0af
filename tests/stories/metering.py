"""
What payer and provider do off chain over one channel: calls, receipts, vouchers.

    text --model--> tokens, output --receipt--> tree --root--> voucher, signed by the payer
                                                                 |  checked, then kept
                                                              provider --once--> the chain
"""

import secrets
from dataclasses import dataclass

from eth_hash.auto import keccak

from chain.certificates import recover_signer
from chain.codec.signature import sign_digest
from chain.kit.merkle import leaf_of, path_of, tree_of
from chain.kit.record import Record
from chain.kit.typed_data import typed_digest
from chain.types.primitives import ZERO_ADDRESS, Hash32, Seconds, Wei
from cli.devnet import CHAIN_ID_DEFAULT
from modules.model_fees.records import ChannelState, ModelLimit, SessionTerms, UnitPrice
from modules.model_fees.typed import DOMAIN, Opening, Receipt, Voucher
from tests.stories.embedding import Answer, Model
from tests.stories.stage import StoryChain

SALT_BYTES = 32
NO_UNITS = (0, 0, 0, 0, 0)  # of the meters behind tokens read: an embedding writes none
SESSION_S = 1_000


@dataclass(frozen=True)
class Price:
    """Who sells what at which price: a token read costs so many wei."""

    model: str
    provider: str
    token_wei: int


def open_session(chain: StoryChain, payer: str, price: Price, deposit_wei: int) -> "Session":
    """Open a channel as a payer, at the listed price and no more."""
    limits = (UnitPrice(Wei(price.token_wei), 1), UnitPrice(Wei(0), 1))
    expires_s = Seconds(chain.web3.eth.get_block("latest")["timestamp"] + SESSION_S)
    models = (ModelLimit(price.model, limits),)
    payee = chain.account(price.provider)
    terms = SessionTerms(payee, models, Wei(0), Seconds(0), expires_s, ZERO_ADDRESS)
    opened = chain.send(payer, "model_fees", "openChannel", terms, value_wei=deposit_wei)
    number = int(chain.logged(opened, "model_fees", "ChannelOpened")[0]["channel"])
    return Session(chain, payer, price, number)


class Session:
    """The first lane of a channel as both sides keep it: receipts, and the newest voucher."""

    def __init__(self, chain: StoryChain, payer: str, price: Price, channel: int) -> None:
        self.chain, self.payer, self.price, self.channel = chain, payer, price, channel
        tariff = chain.view("model_fees", "channel", channel).tariffs[0]
        self.version = int(chain.view("model_fees", "tariff", tariff).version)
        self.receipts: list[Receipt] = []
        self.leaves: list[Hash32] = []
        self.tokens = self.vouchers = 0
        self.newest: tuple[Voucher, bytes] | None = None

    def call(self, model: Model, text: str) -> Answer:
        """Let the model answer, note the receipt and sign for it."""
        answer = model.call(text)
        self.note(answer, text)
        self.sign(self.tokens)
        return answer

    def note(self, answer: Answer, text: str) -> None:
        """Keep a receipt of a call; what was asked and answered hides behind a salt."""
        salt = secrets.token_bytes(SALT_BYTES)
        self.chain.secret(text, answer.output, salt)
        request = Hash32(keccak(salt + text.encode() + answer.output))
        before_wei, amount_wei = (n * self.price.token_wei for n in (self.tokens, answer.tokens))
        place = (self.channel, 1, 0, len(self.receipts), self.version)
        receipt = Receipt(*place, before_wei, amount_wei, answer.tokens, *NO_UNITS, request)
        self.receipts.append(receipt)
        self.leaves.append(leaf_of(self._digest(receipt)))
        self.tokens += answer.tokens

    def sign(self, tokens: int) -> None:
        """Sign as the payer for all calls so far, and check and keep that as the provider."""
        self.vouchers += 1
        head = (self.channel, 1, 0, self.vouchers, len(self.receipts))
        amount_wei = tokens * self.price.token_wei
        root = tree_of(self.leaves)[-1][0]
        voucher = Voucher(*head, tokens, *NO_UNITS, amount_wei, root)
        digest = self._digest(voucher)
        parity, r, s = sign_digest(bytes(self.chain.keys[self.payer].key), digest)
        signature = r.to_bytes(32, "big") + s.to_bytes(32, "big") + bytes((parity,))
        assert recover_signer(digest, signature) == self.chain.account(self.payer)
        self.newest = voucher, signature[:64] + bytes((27 + parity,))

    def redeem(self) -> int:
        """Redeem the newest voucher as the provider; return what the payer paid, in wei."""
        assert self.newest is not None
        self.chain.send(self.price.provider, "model_fees", "redeem", *self.newest)
        return self.newest[0].amount_wei

    def openings(self, samples: tuple[int, ...]) -> tuple[Opening, ...]:
        """Return the receipts that account for sampled wei, where there are any."""
        levels, found = tree_of(self.leaves), []
        for sample, wei in enumerate(samples):
            for receipt in self.receipts:
                if receipt.before_wei <= wei < receipt.before_wei + receipt.amount_wei:
                    path = path_of(levels, receipt.index)
                    found.append(Opening(sample, receipt, path))
        return tuple(found)

    def exit_alone(self) -> int:
        """Close as the payer, with nobody's help; return what the chain gave back, in wei."""
        left_wei = int(self.chain.view("model_fees", "channel", self.channel).left_wei)
        self.chain.send(self.payer, "model_fees", "closeChannel", self.channel)
        before_wei = self.chain.balance_wei(self.payer)
        self.chain.wait_for(lambda: self._state() == ChannelState.SETTLED)
        assert left_wei == self.chain.balance_wei(self.payer) - before_wei
        return left_wei

    def _state(self) -> ChannelState:
        return ChannelState(self.chain.view("model_fees", "channel", self.channel).state)

    def _digest(self, message: Record) -> Hash32:
        here = self.chain.account("model_fees")
        return typed_digest(DOMAIN, message, CHAIN_ID_DEFAULT, here)
