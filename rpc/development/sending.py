"""
Transactions of a development chain: into their block before the answer, and errors told at once.

    raw | transaction of a known or impersonated account --> pool --automine--> block --> hash
"""

from dataclasses import replace
from typing import Final

from chain.codec import encode_transaction, keccak256
from chain.types.primitives import Address, Hash32
from chain.types.transaction import Transaction
from chain.validation import CHAIN_RULES, check_transaction
from chain.vm.call import CallMessage, call
from chain.vm.errors import EXECUTION_REVERTED
from rpc.backend import Backend
from rpc.config import RpcConfig
from rpc.development.backend import Development
from rpc.errors import RpcError
from rpc.news import News
from rpc.shapes import data

# In place of a signature by a key that nobody here has: r names the account, so that two accounts
# never send the same bytes. No key fits it.
IMPERSONATED_R: Final = 1 << 160
IMPERSONATED_S: Final = 1


class TransactionReverted(RpcError):
    """A transaction is in a block and failed, told in ganache's words."""


class DevelopmentSender:
    """Sends to a development chain and answers once the chain has done its part."""

    def __init__(
        self, development: Development, backend: Backend, news: News, explains_reverts: bool
    ) -> None:
        self.development, self.backend, self.news = development, backend, news
        self._explains_reverts = explains_reverts

    async def send(self, raw: bytes) -> Hash32:
        """Admit a signed transaction; with automine, its block is there on return."""
        sent = await self.development.submit(raw)
        await self._settle(sent)
        return sent

    async def send_as(self, transaction: Transaction, sender: Address) -> Hash32:
        """Admit a transaction of an account whose key is not here, like `send`."""
        dressed = dress(transaction, sender)
        rules = CHAIN_RULES._replace(limit_initcode=self.backend.machine.limit_code_size)
        chain_id = self.backend.status.chain_id
        checked = check_transaction(dressed, chain_id, sender=sender, rules=rules)
        await self.development.submit_as(checked)
        await self._settle(dressed.hash)
        return dressed.hash

    async def _settle(self, sent: Hash32) -> None:
        await self.news.reach(self.backend.chain.head.header.height)
        if self._explains_reverts:
            self._explain(sent)

    def _explain(self, sent: Hash32) -> None:
        """Raise where the transaction failed; its reason is found by running it once more."""
        chain = self.backend.chain
        place = chain.locate(sent)
        block = None if place is None else chain.block(place[0])
        if place is None or block is None or block.receipts[place[1]].status:
            return
        transaction, sender = block.block.transactions[place[1]], block.senders[place[1]]
        message = CallMessage(
            sender,
            transaction.to,
            transaction.data,
            transaction.value_wei,
            transaction.gas_limit,
            access_list=transaction.access_list,
            authorizations=transaction.authorizations,
        )
        below = chain.state(block.header.height - 1)
        environment = chain.environment(block.header.height)
        result = call(below, message, environment, self.backend.machine)
        text = result.error or EXECUTION_REVERTED
        reason = text.removeprefix(EXECUTION_REVERTED).removeprefix(": ")
        what = f"revert {reason}".rstrip() if result.is_revert else text
        raise TransactionReverted(
            f"VM Exception while processing transaction: {what}",
            {
                "hash": data(sent),
                "reason": reason or None,
                "result": data(result.output),
                "message": "revert" if result.is_revert else text,
            },
        )


def dress(transaction: Transaction, sender: Address) -> Transaction:
    """Return the transaction with what stands for the signature of an impersonated account."""
    r = IMPERSONATED_R | int.from_bytes(sender, "big")
    dressed = replace(transaction, y_parity=0, r=r, s=IMPERSONATED_S)
    raw = encode_transaction(dressed)
    return replace(dressed, raw=raw, hash=keccak256(raw))


def build_sender(backend: Backend, config: RpcConfig, news: News) -> DevelopmentSender | None:
    """Return the sender of a development chain, None for every other."""
    if config.development is None:
        return None
    return DevelopmentSender(config.development, backend, news, config.explains_reverts)
