"""
Receipts that a payer asks for: whoever is sampled has a time to open them, or pays a multiple.

    dispute of this payee, SAMPLED --journal: receipts, tree--> answer_dispute: what was sampled
"""

from collections.abc import Sequence
from functools import partial
from typing import Final

from agents.gateway.account import Account
from agents.gateway.journal import Journal
from client.flows.merkle import GrowingTree
from client.kit.kinds import decode_values, fields_of
from client.modules.model_fees import Dispute, DisputeState, Opening, Receipt

EPOCH_BITS: Final = 24  # of a lane's key: channel, epoch, lane
LANE_BITS: Final = 8
OPENINGS_MAX: Final = 8  # in one transaction
ROOT_BYTES: Final = 20  # of a root that the chain keeps
ROWS: Final = (
    "SELECT packed FROM receipts WHERE channel = ? AND epoch = ? AND lane = ? ORDER BY number"
)


class Defence:
    """Answers disputes about what one payee redeemed."""

    def __init__(self, account: Account, journal: Journal) -> None:
        self._account, self._journal, self._client = account, journal, account.client
        self._seen = 0  # disputes up to here are over or another's
        self._open: set[int] = set()

    async def serve(self) -> None:
        """Open what is sampled of this payee's receipts; raises ClientError."""
        fees = self._client.model_fees
        total = await fees.dispute_total()
        self._open |= set(range(self._seen + 1, total + 1))
        self._seen = total
        for number in sorted(self._open):
            dispute = await fees.dispute(number)
            if dispute.provider != self._client.address or dispute.state > DisputeState.SAMPLED:
                self._open.discard(number)
            elif dispute.state == DisputeState.SAMPLED:
                await self._answer(number, dispute)

    async def _answer(self, number: int, dispute: Dispute) -> None:
        fees = self._client.model_fees
        samples = await fees.dispute_samples(number)
        wanted = {
            sample: wei for sample, wei in enumerate(samples) if not dispute.answered >> sample & 1
        }
        found = openings(self._receipts(dispute), dispute, wanted, self._client.chain_id)
        for start in range(0, len(found), OPENINGS_MAX):
            part = found[start : start + OPENINGS_MAX]
            await self._account.do("answer", partial(fees.answer_dispute, number, part))
        if not found:
            self._open.discard(number)  # there is nothing that accounts for it

    def _receipts(self, dispute: Dispute) -> list[Receipt]:
        lane, rest = dispute.lane % (1 << LANE_BITS), dispute.lane >> LANE_BITS
        place = (rest >> EPOCH_BITS, rest % (1 << EPOCH_BITS), lane)
        kinds = fields_of(Receipt)
        return [
            Receipt(**dict(zip(kinds, decode_values(list(kinds.values()), raw), strict=True)))
            for (raw,) in self._journal.rows(ROWS, place)
        ]


def openings(
    receipts: Sequence[Receipt], dispute: Dispute, wanted: dict[int, int], chain_id: int
) -> list[Opening]:
    """Return the receipts that account for sampled wei, with their way to the redeemed root."""
    covered = receipts[: dispute.requests]
    tree = GrowingTree()
    for receipt in covered:
        tree.add(receipt.digest(chain_id))
    if int.from_bytes(tree.root[-ROOT_BYTES:], "big") != dispute.root:
        return []
    return [
        Opening(sample, receipt, tree.path(receipt.index))
        for sample, wei in wanted.items()
        for receipt in covered
        if receipt.before_wei <= wei < receipt.before_wei + receipt.amount_wei
    ]
