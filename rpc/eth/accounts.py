"""eth_: one account as it stands after a block, and its proof."""

from typing import Any, ClassVar

from chain.errors import Malformed
from chain.store.state import AccountProof
from chain.types.account import Account
from chain.types.primitives import Address
from rpc.backend import Backend
from rpc.config import RpcLimits
from rpc.errors import InvalidParams, describe
from rpc.lookup import LATEST_ID, BlockId, Lookup
from rpc.methods import DATA_SCHEMA, Schema, method
from rpc.shapes import Data, Quantity, data, parse_address, parse_slot, quantity, word
from rpc.work import LongWork

NO_ACCOUNT = Account()
KEY_CHARACTERS = 66  # of 0x and 32 bytes
KEY_SHOWN_MAX = 128  # characters of a wrong key in an error line


class StorageKey:
    """A storage slot as clients write it: "0x0" and all 32 bytes mean the same one."""

    SCHEMA: ClassVar[Schema] = {"title": "storage key", **DATA_SCHEMA, "maxLength": 66}

    def __init__(self, written: str, slot: int) -> None:
        self.written, self.slot = written, slot

    @classmethod
    def decode(cls, value: Any) -> "StorageKey":
        """Read the key; raises Malformed."""
        try:
            return cls(value, parse_slot(value))
        except Malformed as cause:
            if not isinstance(value, str):
                raise Malformed(f"unable to decode storage key: {cause}") from cause
            written = f'"{value[:KEY_SHOWN_MAX]}"'
            if len(value) > KEY_CHARACTERS:
                raise InvalidParams(
                    f"storage key too long (want at most 32 bytes): {written}"
                ) from cause
            raise InvalidParams(f"invalid hex in storage key: {written}") from cause

    def echo(self) -> str:
        """Write the key as it was asked for: 32 bytes stay 32 bytes, others become a quantity."""
        return (
            str(word(self.slot))
            if len(self.written) == KEY_CHARACTERS
            else str(quantity(self.slot))
        )


class StorageRequests(dict[Address, tuple[StorageKey, ...]]):
    """Slots by account; how many, the method bounds."""

    SCHEMA: ClassVar[Schema] = {
        "title": "storage keys by account",
        "type": "object",
        "additionalProperties": {"type": "array", "items": StorageKey.SCHEMA},
    }

    @classmethod
    def decode(cls, value: Any) -> "StorageRequests":
        """Read account by account; raises Malformed."""
        if not isinstance(value, dict):
            raise Malformed(f"object of storage keys expected, found {describe(value)}")
        found = cls()
        for written, keys in value.items():
            if not isinstance(keys, list):
                raise Malformed(f"array of storage keys expected, found {describe(keys)}")
            address = parse_address(written)
            found[address] = found.get(address, ()) + tuple(map(StorageKey.decode, keys))
        return found


class EthAccounts:
    """Methods about one account."""

    def __init__(self, backend: Backend, limits: RpcLimits, lookup: Lookup, work: LongWork) -> None:
        self._backend, self._limits, self._lookup, self._work = backend, limits, lookup, work

    def _account(self, address: Address, block: BlockId) -> Account:
        return self._lookup.state(block).account(address) or NO_ACCOUNT

    @method("eth_getBalance")
    def get_balance(self, address: Address, block: BlockId = LATEST_ID) -> Quantity:
        """Coins of an account, in wei."""
        return quantity(self._account(address, block).balance_wei)

    @method("eth_getTransactionCount")
    def get_transaction_count(self, address: Address, block: BlockId = LATEST_ID) -> Quantity:
        """Nonce of an account's next transaction; "pending" counts those that wait."""
        nonce = self._account(address, block).nonce
        if block.is_pending:
            nonce = max(nonce, self._backend.pool.next_nonce(address))
        return quantity(nonce)

    @method("eth_getCode")
    def get_code(self, address: Address, block: BlockId = LATEST_ID) -> Data:
        """Code of an account."""
        state = self._lookup.state(block)
        account = state.account(address)
        return data(b"" if account is None else state.code(account.code_hash))

    @method("eth_getStorageAt")
    def get_storage_at(
        self, address: Address, slot: StorageKey, block: BlockId = LATEST_ID
    ) -> Data:
        """A 32-byte word of an account's storage."""
        return word(self._lookup.state(block).storage(address, slot.slot))

    @method("eth_getStorageValues")
    def get_storage_values(
        self, requests: StorageRequests, block: BlockId = LATEST_ID
    ) -> dict[str, Any]:
        """Words of the storage of some accounts, in the order they were asked for."""
        slots = sum(len(keys) for keys in requests.values())
        if not slots:
            raise InvalidParams("empty request")
        if slots > self._limits.proof_slots_max:
            raise InvalidParams(f"too many slots (max {self._limits.proof_slots_max}): {slots}")
        state = self._lookup.state(block)
        return {
            data(address): [word(state.storage(address, key.slot)) for key in keys]
            for address, keys in requests.items()
        }

    @method("eth_getProof")
    async def get_proof(
        self,
        address: Address,
        storage_keys: tuple[StorageKey, ...],
        block: BlockId = LATEST_ID,
    ) -> dict[str, Any]:
        """An account and some of its words with their proofs from the state root (EIP-1186)."""
        slots_max = self._limits.proof_slots_max
        if len(storage_keys) > slots_max:
            raise InvalidParams(f"too many slots (max {slots_max}), found {len(storage_keys)}")
        height = self._lookup.known_height(block)
        slots = [key.slot for key in storage_keys]
        proof = await self._work.run(lambda: self._backend.chain.proof(address, slots, height))
        return describe_proof(proof, storage_keys)


def describe_proof(proof: AccountProof, keys: tuple[StorageKey, ...]) -> dict[str, Any]:
    """Return EIP-1186's object; an absent account shows the fields of an empty one."""
    account = proof.account or NO_ACCOUNT
    return {
        "address": data(proof.address),
        "accountProof": [data(node) for node in proof.account_proof],
        "balance": quantity(account.balance_wei),
        "codeHash": data(account.code_hash),
        "nonce": quantity(account.nonce),
        "storageHash": data(account.storage_root),
        "storageProof": [
            {
                "key": key.echo(),
                "value": quantity(item.value),
                "proof": [data(node) for node in item.proof],
            }
            for key, item in zip(keys, proof.storage, strict=True)
        ],
    }
