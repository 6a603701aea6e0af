"""
How a call is paid: by the header that it brings; without one, what it would take.

    Kumiai-Voucher --> the channel's lane       PAYMENT-SIGNATURE --> x402       neither --> 402
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final, Protocol

from agents.gateway.agent_keys import AgentKeys, check_agent
from agents.gateway.authorized_calls import Cashier
from agents.gateway.faults import ApiFault, node_failed
from agents.gateway.journal import Journal
from agents.gateway.requests import Asked
from agents.gateway.settings import Settings
from agents.gateway.tills import Tills
from agents.gateway.upstream import Runner
from agents.gateway.voucher_calls import VoucherCall
from agents.gateway.voucher_header import VOUCHER_HEADER, read_header
from agents.gateway.x402 import SIGNATURE_HEADER, Terms, read_payment
from client import Client, Refusal
from client.errors import NodeError
from client.flows.channels import cost_wei
from client.modules.model_fees import ModelStatus, Tariff, UnknownModel

PRICES_S: Final = 5.0  # that prices of the chain are used before they are asked for again
FOR_SALE: Final = (ModelStatus.ACTIVE, ModelStatus.DEPRECATED)


class Call(Protocol):
    """A call that is paid for, while it is under way."""

    @property
    def how(self) -> str:
        """By what it is paid."""
        ...

    @property
    def headers(self) -> dict[str, str]:
        """What the answer carries, once the call has begun or is finished."""
        ...

    async def begin(self) -> None:
        """Do what must be done before an answer's first part; raises ApiFault."""
        ...

    async def progress(self, units: tuple[int, int]) -> None:
        """Note how far an answer has gone, before more of it is sent."""
        ...

    async def finish(self, units: tuple[int, int], answered: bytes) -> dict[str, Any]:
        """Charge the call, on disk, before its answer's end; return what the payer is told."""
        ...

    async def fail(self) -> None:
        """Charge nothing."""
        ...


@dataclass(frozen=True)
class Payments:
    """What takes payments of any kind."""

    client: Client
    journal: Journal
    tills: Tills
    cashier: Cashier
    settings: Settings
    now_s: Callable[[], int]
    prices: "Prices"
    agents: AgentKeys

    async def open(
        self, headers: Mapping[str, str], resource: str, asked: Asked, runner: Runner
    ) -> tuple[Call, Asked]:
        """Return the paid call, and the request as it was counted; raises ApiFault."""
        voucher = headers.get(VOUCHER_HEADER)
        if voucher is not None:
            return await self._by_voucher(voucher, asked, runner)
        tariff = await self.prices.tariff(asked.model.model_id)
        counted = await _counted(asked, runner)
        units = (counted.input_bound, counted.output_bound)
        terms = Terms(
            self.client.chain_id,
            self.client.address,
            cost_wei(tariff, units),
            resource,
            asked.model.model_id,
            *units,
        )
        signature = headers.get(SIGNATURE_HEADER)
        if signature is None:
            fault = terms.refusal("payment required: by a channel's voucher, or by x402")
            fault.more["kumiai"] = {
                "payee": self.client.address,
                "exposure_wei": str(self.settings.exposure_wei),
                "header": VOUCHER_HEADER,
            }
            raise fault
        payment = read_payment(signature, terms.network)
        call = await self.cashier.open(payment, terms, counted, self.now_s())
        return call, counted

    async def _by_voucher(
        self, text: str, asked: Asked, runner: Runner
    ) -> tuple[VoucherCall, Asked]:
        voucher, signature = read_header(text)
        till = await self.tills.till(voucher.channel)
        till.check_open(self.now_s())
        payer, tariff = till.session.channel.payer, till.lane(voucher.lane).tariff
        if tariff.model_id != asked.model.model_id:
            raise ApiFault(
                400, "wrong_lane", f"lane {voucher.lane} pays for {tariff.model_id}", param="model"
            )
        signer, left_wei = till.signer(voucher, signature), 0
        if signer != payer:
            left_wei = await self.agents.left_wei(payer, signer, tariff.model, self.now_s())
        lane, is_repeat = till.take(voucher, signature, asked.digest, signer)
        salt = self.client.wallet.salt
        call = VoucherCall(self.journal, till, lane, asked, salt, is_repeat)
        try:
            counted = await _counted(asked, runner)
            call.reserve(counted, self.now_s())
            if signer != payer:
                check_agent(self.tills.all, payer, signer, left_wei)
        except BaseException:
            await call.fail()
            raise
        return call, counted


async def _counted(asked: Asked, runner: Runner) -> Asked:
    """Return a request with its tokens counted, where its model has a counter."""
    if asked.model.counter == "bound":
        return asked
    return replace(asked, input_bound=min(asked.input_bound, await runner.count(asked)))


class Prices:
    """What models cost now, as the chain says, asked for now and then."""

    def __init__(self, client: Client) -> None:
        self._client = client
        self._kept: dict[str, tuple[float, Tariff]] = {}

    async def tariff(self, model_id: str) -> Tariff:
        """Return a model's prices; raises ApiFault where it is not for sale."""
        kept = self._kept.get(model_id)
        if kept is not None and time.monotonic() - kept[0] < PRICES_S:
            return kept[1]
        try:
            shown = await self._client.model_fees.model(model_id)
            if shown.status not in FOR_SALE:
                raise ApiFault(
                    404, "model_not_sold", f"{model_id} is {shown.status.name.lower()} on the chain"
                )
            tariff = await self._client.model_fees.tariff_now(model_id)
        except UnknownModel as cause:
            raise ApiFault(
                404, "model_not_found", f"the chain's register has no {model_id}"
            ) from cause
        except (NodeError, Refusal) as cause:
            raise node_failed(str(cause)) from cause
        self._kept[model_id] = (time.monotonic(), tariff)
        return tariff
