"""
The relayer's key on one chain: estimates, nonces, fees, receipts.

    calls --estimate--> refused now, or packed and signed in a row --> pool --> receipts

The nonce is what the chain has counted, so what is stuck in a pool is replaced, at a higher price.
One process signs with a key: two would take each other's nonces.
"""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any, Final

from bridge.endpoint import AnswerInvalid, Endpoint, RpcRefused, member, quantity
from bridge.ends.end import Call, Outcome
from bridge.parcels import Explain, Parcel, outcomes_of, pack
from chain.codec.signature import address_of
from chain.codec.transaction import sign_transaction
from chain.types.primitives import Address, Wei

GAS_MARGIN_PERCENT: Final = 30  # above the estimate, as state moves before the block is made
BASE_FEE_HEADROOM: Final = 2  # the base fee may double while a transaction waits
TIP_WEI_DEFAULT: Final = 10**9  # 1 gwei, where no block tells what is paid
BUMP_PERCENT: Final = 13  # that a replacement pays more; pools ask for 10
BUMPS_MAX: Final = 12  # after which the price stays: four times the first
WAIT_S: Final = 60.0  # seconds for the receipts of one batch
POLL_S: Final = 0.2  # seconds between two looks, growing to the maximum
POLL_S_MAX: Final = 2.0
KNOWN: Final = ("already known", "already imported", "known transaction")


class Account:
    """A key that pays for calls on one chain."""

    def __init__(
        self, endpoint: Endpoint, private_key: bytes, explain: Explain, wait_s: float = WAIT_S
    ) -> None:
        self._endpoint, self._key, self._explain = endpoint, private_key, explain
        self._wait_s, self._bumps, self._goes_alone = wait_s, 0, False
        self.address = address_of(private_key)
        self._chain_id: int | None = None

    async def balance_wei(self) -> Wei:
        """Return what is left to pay gas with."""
        answer = await self._endpoint.call("eth_getBalance", _hex(self.address), "latest")
        return Wei(quantity(answer, "balance"))

    async def submit(self, calls: Sequence[Call], gateway: Address | None = None) -> list[Outcome]:
        """
        Send the calls that would pass now and wait for them; return what became of each.

        Calls to `gateway`, a contract with a multicall, share transactions.
        """
        estimates = await self._endpoint.batch(
            [("eth_estimateGas", [self._as_call(call)]) for call in calls]
        )
        outcomes: dict[int, Outcome] = {}
        passing: list[tuple[int, int]] = []
        for number, found in enumerate(estimates):
            if isinstance(found, RpcRefused):
                outcomes[number] = Outcome(False, reason=self._reason(found))
            else:
                gas = quantity(found, "gas estimate")
                passing.append((number, gas + gas * GAS_MARGIN_PERCENT // 100))
        if passing:
            parcels = pack(calls, passing, None if self._goes_alone else gateway)
            outcomes |= await self._send(calls, parcels)
        return [outcomes[number] for number in range(len(calls))]

    async def would_pass(self, call: Call) -> bool:
        """Whether a call would not be refused now."""
        found = (await self._endpoint.batch([("eth_estimateGas", [self._as_call(call)])]))[0]
        return not isinstance(found, RpcRefused)

    async def _send(self, calls: Sequence[Call], parcels: Sequence[Parcel]) -> dict[int, Outcome]:
        nonce, tip_wei, fee_wei = await self._terms()
        signed = [
            sign_transaction(
                self._key,
                chain_id=self._chain_id,
                nonce=nonce + place,
                gas_limit=parcel.gas,
                to=parcel.to,
                max_fee_per_gas_wei=fee_wei,
                max_priority_fee_per_gas_wei=tip_wei,
                data=parcel.data,
            )
            for place, parcel in enumerate(parcels)
        ]
        answers = await self._endpoint.batch(
            [("eth_sendRawTransaction", [_hex(one.raw)]) for one in signed]
        )
        outcomes: dict[int, Outcome] = {}
        waiting: dict[str, Parcel] = {}
        for parcel, one, answer in zip(parcels, signed, answers, strict=True):
            if isinstance(answer, RpcRefused) and not _is_known(answer):
                outcomes |= _all_of(parcel, answer.message)
            else:
                waiting[_hex(one.hash)] = parcel
        outcomes |= await self._receipts(waiting)
        # A parcel that failed as a whole is sent call by call the next time.
        self._goes_alone = any(_failed(parcel, outcomes) for parcel in parcels)
        outcomes |= await self._reasons(calls, outcomes)
        is_stuck = any(found.height is None for found in outcomes.values())
        self._bumps = min(self._bumps + 1, BUMPS_MAX) if is_stuck else 0
        return outcomes

    async def _reasons(
        self, calls: Sequence[Call], outcomes: dict[int, Outcome]
    ) -> dict[int, Outcome]:
        """Return what failed in its block, with what the contract says to it now."""
        failed = [n for n, one in outcomes.items() if one.height is not None and not one.succeeded]
        answers = await self._endpoint.batch(
            [("eth_estimateGas", [self._as_call(calls[number])]) for number in failed]
        )
        return {
            number: replace(outcomes[number], reason=self._reason(answer))
            for number, answer in zip(failed, answers, strict=True)
            if isinstance(answer, RpcRefused)
        }

    async def _receipts(self, waiting: dict[str, Parcel]) -> dict[int, Outcome]:
        """Wait for receipts by hash; what no block takes in time is said to be not done."""
        outcomes: dict[int, Outcome] = {}
        waited_s, pause_s = 0.0, POLL_S
        while waiting:
            hashes = list(waiting)
            rows = await self._endpoint.batch(
                [("eth_getTransactionReceipt", [tx_hash]) for tx_hash in hashes]
            )
            for tx_hash, row in zip(hashes, rows, strict=True):
                if isinstance(row, dict):
                    outcomes |= outcomes_of(waiting.pop(tx_hash), row, self._explain)
            if waiting and waited_s >= self._wait_s:
                for parcel in waiting.values():
                    outcomes |= _all_of(parcel, f"no block took it within {self._wait_s:g} s")
                return outcomes
            if waiting:
                await asyncio.sleep(pause_s)
                waited_s, pause_s = waited_s + pause_s, min(pause_s * 1.5, POLL_S_MAX)
        return outcomes

    async def _terms(self) -> tuple[int, int, int]:
        """Return the next nonce, the tip, and the most that one gas may cost, in wei."""
        asked: list[tuple[str, list[Any]]] = [
            ("eth_getTransactionCount", [_hex(self.address), "latest"]),
            ("eth_feeHistory", ["0x4", "latest", [50]]),
            ("eth_chainId", []),
        ]
        count, history, chain_id = await self._endpoint.batch(asked)
        for found in (count, history, chain_id):
            if isinstance(found, RpcRefused):
                raise found
        self._chain_id = quantity(chain_id, "chain id")
        base_fee_wei, tips = read_fees(history)
        paid = sorted(tip for tip in tips if tip > 0)
        tip_wei = paid[len(paid) // 2] if paid else TIP_WEI_DEFAULT
        fee_wei = BASE_FEE_HEADROOM * base_fee_wei + tip_wei
        for _ in range(self._bumps):
            tip_wei += tip_wei * BUMP_PERCENT // 100 + 1
            fee_wei += fee_wei * BUMP_PERCENT // 100 + 1
        return quantity(count, "nonce"), tip_wei, fee_wei

    def _as_call(self, call: Call) -> dict[str, str]:
        return {"from": _hex(self.address), "to": _hex(call.to), "data": _hex(call.data)}

    def _reason(self, refused: RpcRefused) -> str:
        return self._explain(refused.revert) or refused.message


def read_fees(history: Any) -> tuple[int, list[int]]:
    """Return the next base fee and recent tips, in wei, of eth_feeHistory's answer."""
    fees, rows = member(history, "baseFeePerGas", "fee history"), history.get("reward") or []
    if not isinstance(fees, list) or not fees or not isinstance(rows, list):
        raise AnswerInvalid("fee history: lists of fees and rewards expected")
    tips = [quantity(row[0], "tip") for row in rows if isinstance(row, list) and row]
    return quantity(fees[-1], "base fee"), tips


def _all_of(parcel: Parcel, reason: str) -> dict[int, Outcome]:
    """Return that none of a parcel's calls was done."""
    return dict.fromkeys(parcel.numbers, Outcome(False, reason=reason))


def _failed(parcel: Parcel, outcomes: Mapping[int, Outcome]) -> bool:
    """Whether a block took a parcel of many calls and did none of them."""
    found = [outcomes[number] for number in parcel.numbers]
    return len(found) > 1 and not any(one.height is None or one.succeeded for one in found)


def _is_known(refused: RpcRefused) -> bool:
    return any(text in refused.message.lower() for text in KNOWN)


def _hex(value: bytes | Address) -> str:
    return "0x" + value.hex()
