"""The part of the page for channels: opened by payers, redeemed by payees, closed by either."""

from chain.kit.lookahead import signs
from chain.kit.module import call, view
from chain.types.primitives import Address, Hash32, Seconds, Wei
from modules.model_fees import agents, closing, redemption, sessions
from modules.model_fees.batches import compact, lane_key, signed_ahead, signed_last, signed_one
from modules.model_fees.books import Books
from modules.model_fees.machines import LIVE
from modules.model_fees.packing import LANE_BITS, ROOT_END, lane_units, unpack
from modules.model_fees.records import (
    PAGE_MAX,
    Channel,
    ChannelState,
    Grant,
    Lane,
    SessionTerms,
)
from modules.model_fees.typed import Voucher


class Channels(Books):
    """Deposits, vouchers and agents."""

    @call(payable=True)
    def open_channel(self, terms: SessionTerms) -> int:
        """
        Put the coins sent behind a session with one payee; returns the channel's number.

        Prices, splits and the protocol fee of every model are fixed now, each at most what the
        terms allow, until the channel is renewed or over.
        """
        return sessions.open_channel(self, terms)

    @call(payable=True)
    def top_up_channel(self, channel: int) -> None:
        """Add the coins sent to a channel's deposit, as its payer or a sponsor."""
        sessions.top_up(self, channel)

    @call()
    def renew_channel(self, channel: int, terms: SessionTerms, signature: bytes) -> None:
        """
        Start the next session with what is left, with the other side's signed `Renewal`.

        The payer brings new terms; the payee can only offer those there are, at no higher price.
        Vouchers of the session before count no more.
        """
        sessions.renew(self, channel, terms, signature)

    @call()
    @signs(signed_one)
    def redeem(self, voucher: Voucher, signature: bytes) -> None:
        """Pay what one voucher adds to its lane; refused, with the reason, where it is not good."""
        redemption.redeem_one(self, compact(voucher, signature))

    @call()
    @signs(signed_ahead)
    def redeem_batch(self, vouchers: bytes) -> int:
        """
        Pay what up to 128 vouchers add to their lanes; returns how many were taken.

        Each is 480 bytes: the 13 words of its voucher, then r and s of its signature, with the
        parity in the highest bit of s (EIP-2098). One that is not good says so in an event and
        touches no other.
        """
        return redemption.redeem(self, vouchers)

    @call()
    def close_channel(self, channel: int) -> None:
        """Begin to close as payer or payee: the payee has `challenge_s` to redeem its latest."""
        closing.close(self, channel)

    @call()
    @signs(signed_last)
    def close_together(
        self,
        channel: int,
        paid_wei: Wei,
        vouchers: bytes,
        payer_signature: bytes,
        payee_signature: bytes,
    ) -> None:
        """
        Redeem the last vouchers and close at once: both sides signed that `paid_wei` is all.

        A side that makes the call itself need not sign.
        """
        signatures = (payer_signature, payee_signature)
        closing.close_together(self, channel, vouchers, paid_wei, signatures)

    @call()
    def settle_channel(self, channel: int) -> None:
        """End a wait that is over, for anybody who will not wait for the chain to do it."""
        closing.settle(self, channel)

    @call()
    def authorise_agent(
        self,
        key: Address,
        cap_wei: Wei,
        period_s: Seconds,
        models: tuple[str, ...],
        ends_s: Seconds,
    ) -> None:
        """Let a key sign vouchers for the caller: for these models, or all, so much a period."""
        agents.authorise(self, key, cap_wei, period_s, models, ends_s)

    @call()
    def revoke_agent(self, key: Address) -> None:
        """End an agent's grant; its vouchers count for `agent_notice_s` more."""
        agents.revoke(self, key)

    @view
    def channel(self, number: int) -> Channel:
        """Return one channel; refused if unknown."""
        return sessions.load(self, number)

    @view
    def channel_total(self) -> int:
        """Return how many channels there were; they are numbered from 1."""
        return self.channel_count

    @view
    def channels_of(self, payer: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the numbers of an account's channels, oldest first, at most PAGE_MAX."""
        return self.channels_by[payer].page(offset, min(limit, PAGE_MAX))

    @view
    def channels_for(self, payee: Address, offset: int, limit: int) -> tuple[int, ...]:
        """Return the numbers of channels that pay an account, oldest first, at most PAGE_MAX."""
        return self.channels_to[payee].page(offset, min(limit, PAGE_MAX))

    @view
    def lane(self, channel: int, lane: int) -> Lane:
        """Return how far a lane of a channel's session is redeemed, with its receipts' root."""
        epoch = sessions.load(self, channel).epoch
        packed = self.lanes[lane_key(channel, epoch, lane)]
        amount_wei, nonce, requests, redeemed_s = unpack(packed.head, *LANE_BITS)
        root = Hash32((packed.tail % ROOT_END).to_bytes(32, "big"))
        units = lane_units(packed)
        return Lane(nonce, requests, units, Wei(amount_wei), Seconds(redeemed_s), root)

    @view
    def claimable(self, channel: int) -> Wei:
        """Return what vouchers may take of a channel now: of its deposit, within its cap."""
        found = sessions.load(self, channel)
        if found.state not in (*LIVE, ChannelState.CLOSING):
            return Wei(0)
        return Wei(min(found.left_wei, sessions.cap_left_wei(self, found)))

    @view
    def agent(self, payer: Address, key: Address) -> Grant:
        """Return what a payer lets a key sign for; zeros where nothing."""
        return self.grants[payer, key]

    @view
    def agent_left(self, payer: Address, key: Address) -> Wei:
        """Return what a payer's agent may still sign for now."""
        return Wei(agents.left_wei(self, self.grants[payer, key]))
