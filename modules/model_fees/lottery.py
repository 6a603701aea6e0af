"""The part of the page for tickets: few whole payments at random instead of many small ones."""

from chain.kit.lookahead import signs
from chain.kit.module import call, view
from chain.types.primitives import Address, Hash32, Wei
from modules.model_fees import tickets
from modules.model_fees.books import Books
from modules.model_fees.records import TicketFund
from modules.model_fees.typed import Ticket


class Lottery(Books):
    """Funds of senders, and tickets that win or do not."""

    @call(payable=True)
    def fund_tickets(self) -> None:
        """Put the coins sent behind the caller's tickets; an unlock under way is off."""
        tickets.fund(self)

    @call()
    def reserve_tickets(self, recipient: Address, amount_wei: Wei) -> None:
        """Set coins aside that only this recipient's tickets can take."""
        tickets.reserve(self, recipient, amount_wei)

    @call()
    def unlock_tickets(self) -> None:
        """Have everything back after `ticket_wait_s`; tickets can be redeemed until then."""
        tickets.unlock(self)

    @call()
    @signs(tickets.signed_ahead)
    def redeem_ticket(self, ticket: Ticket, signature: bytes, preimage: Hash32) -> None:
        """Pay a winning ticket's whole face value, split as a payment for its model."""
        tickets.redeem(self, ticket, signature, preimage)

    @view
    def ticket_fund(self, sender: Address) -> TicketFund:
        """Return what stands behind a sender's tickets."""
        return self.funds[sender]

    @view
    def ticket_reserve(self, sender: Address, recipient: Address) -> Wei:
        """Return what of a sender's fund only this recipient's tickets can take."""
        return self.reserves[sender, recipient]

    @view
    def ticket_wins(self, ticket: Ticket, signature: bytes, preimage: Hash32) -> bool:
        """Return whether a ticket wins, as its recipient can tell before it serves."""
        return tickets.wins(signature, ticket, preimage)
