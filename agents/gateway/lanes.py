"""
One lane of a channel's session as its payee keeps it: what was served, and what is signed for.

    call --charge--> receipt, behind the others        due: what the next voucher must say
    voucher == due --take--> newest: redeemable        owed - signed: served on credit

A voucher says exactly what was served before it, receipts' root included, so every wei that is ever
redeemed can be accounted for in a dispute.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from client.flows.channels import LANES_PER_MODEL, METERS, cost_wei, units_of, voucher_of
from client.flows.merkle import GrowingTree
from client.modules.model_fees import Receipt, Tariff, Voucher

REPEATS_MAX: Final = 3  # of one call that was charged, where its answer was lost on its way
NOTHING: Final[tuple[int, ...]] = (0,) * METERS


@dataclass(slots=True)
class Lane:
    """What was served on one lane, and the newest voucher for it."""

    place: tuple[int, int, int]  # channel, epoch, lane
    tariff: Tariff
    chain_id: int
    free: tuple[int, ...] = NOTHING  # units that the session has free, on a model's first lane
    units: tuple[int, ...] = NOTHING
    owed_wei: int = 0
    receipts: list[Receipt] = field(default_factory=list)
    tree: GrowingTree = field(default_factory=GrowingTree)
    newest: tuple[Voucher, bytes] | None = None
    signer: str = ""  # of the newest voucher: the payer, or its agent
    redeemed_wei: int = 0
    reserved_wei: int = 0  # of a call under way
    is_busy: bool = False
    refused_nonce: int = 0  # of a voucher that the chain did not take
    last: tuple[int, bytes] = (-1, b"")  # nonce and request of the last charge
    repeats: int = 0

    @property
    def nonce(self) -> int:
        """The newest voucher's; 0 before the first."""
        return self.newest[0].nonce if self.newest else 0

    @property
    def signed_wei(self) -> int:
        """What the newest voucher promises."""
        return self.newest[0].amount_wei if self.newest else 0

    @property
    def due(self) -> Voucher:
        """The voucher that covers everything served; its payer may take any higher nonce."""
        channel, epoch, lane = self.place
        head = (channel, epoch, lane, self.nonce + 1, len(self.receipts))
        return voucher_of(head, self.units, self.owed_wei, self.tree.root)

    def covers(self, voucher: Voucher) -> bool:
        """Whether a voucher says what was served, and nothing else."""
        due = self.due
        return (
            voucher.requests == due.requests
            and units_of(voucher) == units_of(due)
            and voucher.amount_wei == due.amount_wei
            and voucher.receipt_root == due.receipt_root
        )

    def cost_wei(self, units: Sequence[int]) -> int:
        """Return what these units cost on top of what was served."""
        return self._owed_wei(self._with(units)) - self.owed_wei

    def charge(self, units: Sequence[int], request: bytes, nonce: int, asked: bytes) -> Receipt:
        """Put a call behind those that were served, and return its receipt."""
        receipt = self.receipt_for(units, request)
        self.add(receipt)
        self.last, self.repeats = (nonce, asked), 0
        return receipt

    def receipt_for(self, units: Sequence[int], request: bytes) -> Receipt:
        """Return the receipt that a call of these units would have."""
        channel, epoch, lane = self.place
        counts = (*units, *(0,) * (METERS - len(units)))
        return Receipt(
            channel=channel,
            epoch=epoch,
            lane=lane,
            index=len(self.receipts),
            version=self.tariff.version,
            before_wei=self.owed_wei,
            amount_wei=self.cost_wei(counts),
            units_0=counts[0],
            units_1=counts[1],
            units_2=counts[2],
            units_3=counts[3],
            units_4=counts[4],
            units_5=counts[5],
            request=request,
        )

    def add(self, receipt: Receipt) -> None:
        """Count a receipt in, a new one or one that the journal has."""
        self.units = self._with(units_of_receipt(receipt))
        self.owed_wei = receipt.before_wei + receipt.amount_wei
        self.receipts.append(receipt)
        self.tree.add(receipt.digest(self.chain_id))

    def _with(self, units: Sequence[int]) -> tuple[int, ...]:
        counts = (*units, *(0,) * (METERS - len(units)))
        return tuple(a + b for a, b in zip(self.units, counts, strict=True))

    def _owed_wei(self, units: Sequence[int]) -> int:
        return cost_wei(
            self.tariff, [max(0, a - gift) for a, gift in zip(units, self.free, strict=True)]
        )


def units_of_receipt(receipt: Receipt) -> tuple[int, ...]:
    """Return the units of all six meters."""
    return (
        receipt.units_0,
        receipt.units_1,
        receipt.units_2,
        receipt.units_3,
        receipt.units_4,
        receipt.units_5,
    )


def statement(lane: Lane) -> dict[str, Any]:
    """Return what is due on a lane, for whoever signs for it; wei as texts."""
    due = lane.due
    return {
        "channel": due.channel,
        "epoch": due.epoch,
        "lane": due.lane,
        "nonce": lane.nonce,
        "requests": due.requests,
        "units": list(units_of(due)),
        "amount_wei": str(due.amount_wei),
        "receipt_root": "0x" + due.receipt_root.hex(),
        "signed_wei": str(lane.signed_wei),
        "last_receipt": receipt_document(lane.receipts[-1]) if lane.receipts else None,
    }


def receipt_document(receipt: Receipt) -> dict[str, Any]:
    """Return a receipt as JSON carries it."""
    return {
        "channel": receipt.channel,
        "epoch": receipt.epoch,
        "lane": receipt.lane,
        "index": receipt.index,
        "version": receipt.version,
        "before_wei": str(receipt.before_wei),
        "amount_wei": str(receipt.amount_wei),
        "units": list(units_of_receipt(receipt)),
        "request": "0x" + receipt.request.hex(),
    }


def model_place(lane: int) -> int:
    """Return the place among a session's models that a lane belongs to."""
    return lane // LANES_PER_MODEL
