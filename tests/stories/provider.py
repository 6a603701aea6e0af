"""
A provider as a process of its own: it finds work over RPC, does it, and judges the work of others.

    open orders --bid--> matched --start--> run --seal, submit--> shown, and defended
    drawn as a replica or an auditor --run again--> vote sealed --> vote opened

    python -m tests.stories.provider --rpc URL --store DIRECTORY [--role N ...] [--lazy]

Its key is the first line of the standard input. What it computes lies in the store under its
digest, for whoever pays for it or judges it. It ends with the process that started it.
"""

import argparse
import json
import os
import sys
import time
from pathlib import Path
from typing import Any, Final

from eth_account import Account
from eth_hash.auto import keccak
from web3 import Web3
from web3.exceptions import ContractLogicError

from chain.kit.verdicts import Level, result_seal, vote_seal
from chain.types.primitives import Address, Hash32
from modules.compute.records import OrderState
from modules.verification.records import ClaimState, Role
from tests.e2e.devnet import ROOT
from tests.stories import workload

CLASS: Final = Hash32(b"cpu".ljust(32, b"\0"))  # of capacity
SLOTS: Final = 4  # jobs at a time
BOND_WEI: Final = 20 * 10**18  # free bond to bid with
PRICE_WEI: Final = 10**15 + 7  # for one word of text
POLL_S: Final = 0.1
RECEIPT_S: Final = 60.0  # longest wait for a transaction
FAR: Final = 2**64  # the distance to a result that nobody can show
ADDRESSES: Final = {
    "compute": Web3.to_checksum_address(f"0x{0x0A00:040x}"),
    "verification": Web3.to_checksum_address(f"0x{0x0A01:040x}"),
}
VIEWS_PAGE: Final = 100  # entries of one page of a view


class Provider:
    """One provider: its key, its client, and what it has bid on."""

    def __init__(self, rpc: str, key: str, store: Path, is_lazy: bool) -> None:
        self.web3 = Web3(Web3.HTTPProvider(rpc, request_kwargs={"timeout": 30}))
        self.account: Any = Account.from_key(key)
        self.store, self.is_lazy = store, is_lazy
        self.compute, self.verification = (self._contract(name) for name in ADDRESSES)
        self.pages = {bytes(workload.spec_of(pages)): pages for pages in workload.PAGES}
        self.seen: set[int] = set()  # orders it has looked at

    def register(self, roles: list[Role]) -> None:
        """Offer compute, and stand for draws in some roles."""
        offer: tuple[Any, ...] = (f"https://{self.account.address}.example", [], [(CLASS, SLOTS)])
        self._send(self.compute.functions.registerProvider(*offer), BOND_WEI)
        bond_wei = self.verification.functions.params().call().memberBondWeiMin
        for role in roles:
            self._send(self.verification.functions.join(role), bond_wei)

    def turn(self) -> None:
        """Do everything that there is to do now."""
        for order in self.compute.functions.openOrderNumbers(0, VIEWS_PAGE).call():
            self._bid(order)
        for order in self.compute.functions.engagementsOf(self._me, 0, VIEWS_PAGE).call():
            self._serve(order)
        for duty in self.verification.functions.dutiesOf(self._me, 0, VIEWS_PAGE).call():
            self._judge(duty)

    def _bid(self, order: int) -> None:
        if order in self.seen:
            return
        self.seen.add(order)
        terms = self.compute.functions.order(order).call().terms
        wanted = int(terms.provider, 16) == 0 or terms.provider == self._me
        if wanted and terms.spec in self.pages and terms.priceMaxWei >= PRICE_WEI:
            self._send(self.compute.functions.placeBid(order, (PRICE_WEI, 0, 0, 0, 0)))

    def _serve(self, order: int) -> None:
        view = self.compute.functions.order(order).call()
        if view.progress.state == OrderState.MATCHED:
            self._send(self.compute.functions.start(order))
        elif view.progress.state == OrderState.RUNNING:
            digest, words = self._run(view.terms.spec, self.is_lazy)
            seal = result_seal(*self._seal_parts(order), digest, self._salt(order))
            self._send(self.compute.functions.submitResult(order, seal, words))
        elif view.progress.claim:
            self._defend(order, view.progress.claim, view.terms.spec)

    def _defend(self, order: int, claim: int, spec: bytes) -> None:
        """Show what was sealed when it is due, and stand by it where it is challenged."""
        standing = self.verification.functions.standing(claim).call()
        if standing.state not in (ClaimState.OPENING, ClaimState.CHALLENGED):
            return
        if not standing.isRevealed:
            digest, _ = self._run(spec, self.is_lazy)
            self._send(self.verification.functions.reveal(claim, digest, self._salt(order)))
        elif standing.state == ClaimState.CHALLENGED:
            bond_wei = self.verification.functions.roundsOf(claim).call()[-1].bondWei
            self._send(self.verification.functions.respond(claim), bond_wei)

    def _judge(self, duty: Any) -> None:
        """Run again what others did: a replica says what it found, an auditor how far off it is."""
        is_sealing = duty.state == ClaimState.VOTING and not duty.isSealed
        is_opening = duty.state == ClaimState.OPENING and duty.isSealed and not duty.isOpened
        if not is_sealing and not is_opening:
            return
        claim = self.verification.functions.claim(duty.claim).call()
        level = self.verification.functions.roundsOf(duty.claim).call()[duty.round].level
        spec = self.compute.functions.order(claim.subject).call().terms.spec
        digest, _ = self._run(spec, is_lazy=False)
        value = int.from_bytes(digest, "big")
        if level == Level.AUDIT:
            standing = self.verification.functions.standing(duty.claim).call()
            value = self._distance(digest, standing.digest)
        salt = self._salt(duty.claim, duty.round)
        if is_sealing:
            seal = vote_seal(duty.claim, duty.round, self._own, value, salt)
            self._send(self.verification.functions.sealVote(duty.claim, seal))
        else:
            self._send(self.verification.functions.openVote(duty.claim, value, salt))

    def _run(self, spec: bytes, is_lazy: bool) -> tuple[Hash32, int]:
        """Train on the order's text and keep the model; who is lazy reads half and asks for all."""
        words = workload.words_of(workload.text_of(self.pages[spec]))
        model = workload.train(words[: len(words) // 2] if is_lazy else words)
        digest = workload.digest_of(model)
        (self.store / digest.hex()).write_bytes(workload.pack(model))
        return digest, len(words)

    def _distance(self, own: bytes, other: bytes) -> int:
        path = self.store / other.hex()
        if not path.exists():
            return FAR
        mine = workload.unpack((self.store / own.hex()).read_bytes())
        return workload.distance(mine, workload.unpack(path.read_bytes()))

    @property
    def _me(self) -> str:
        return str(self.account.address)

    @property
    def _own(self) -> Address:
        return Address(bytes.fromhex(self._me[2:]))

    def _seal_parts(self, order: int) -> tuple[Address, int, Address]:
        return Address(bytes.fromhex(ADDRESSES["compute"][2:])), order, self._own

    def _salt(self, *what: int) -> Hash32:
        """Return what nobody else can know and this process need not remember."""
        numbers = b"".join(number.to_bytes(32, "big") for number in what)
        return Hash32(keccak(bytes(self.account.key) + numbers))

    def _contract(self, module: str) -> Any:
        abi = json.loads((ROOT / "modules" / module / "abi.json").read_text())
        return self.web3.eth.contract(ADDRESSES[module], abi=abi, decode_tuples=True)

    def _send(self, function: Any, value_wei: int = 0) -> None:
        """Make a call; where the chain refuses it, say so and look again in the next turn."""
        nonce = self.web3.eth.get_transaction_count(self.account.address)
        fields = {"from": self._me, "value": value_wei, "nonce": nonce}
        try:
            transaction = function.build_transaction(fields)
        except ContractLogicError as refusal:
            print(f"{function.fn_name} refused: {refusal}", flush=True)
            return
        transaction["gas"] *= 2  # who comes last in a block counts the votes, too
        signed = self.account.sign_transaction(transaction)
        sent = self.web3.eth.send_raw_transaction(signed.raw_transaction)
        receipt = self.web3.eth.wait_for_transaction_receipt(sent, RECEIPT_S, POLL_S)
        print(f"block {receipt['blockNumber']}: {function.fn_name} {receipt['status']}", flush=True)


def main() -> int:
    """Serve until the process that started this one is gone, or ends it."""
    parser = argparse.ArgumentParser(prog="tests.stories.provider")
    parser.add_argument("--rpc", required=True, help="URL of a node")
    parser.add_argument("--store", required=True, type=Path, help="where results lie")
    parser.add_argument("--role", type=int, action="append", default=[], help="to be drawn for")
    parser.add_argument("--lazy", action="store_true", help="read half, and ask for all")
    arguments = parser.parse_args()
    parent = os.getppid()
    key = sys.stdin.readline().strip()
    provider = Provider(arguments.rpc, key, arguments.store, arguments.lazy)
    provider.register([Role(number) for number in arguments.role])
    while os.getppid() == parent:
        provider.turn()
        time.sleep(POLL_S)
    return 0


if __name__ == "__main__":
    sys.exit(main())
