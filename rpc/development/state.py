"""anvil_: accounts written by hand, and what the next block is to be like."""

from typing import Final

from chain.params import NONCE_MAX
from chain.types.primitives import Address, Nonce, Wei
from chain.vm.call import AccountOverride
from rpc.development.backend import Development
from rpc.development.parameters import Amount, Number
from rpc.errors import InvalidParams
from rpc.eth.accounts import StorageKey
from rpc.methods import method

CODE_BYTES_MAX: Final = 1_048_576  # 1 MiB of code written by hand


class StateEdits:
    """Methods that write the state of the newest block; the next block's root covers it."""

    def __init__(self, development: Development) -> None:
        self._development = development

    @method("anvil_setBalance")
    async def set_balance(self, address: Address, balance: Amount) -> None:
        """Set an account's coins, in wei."""
        await self._edit(address, AccountOverride(balance_wei=Wei(balance)))

    @method("anvil_setCode")
    async def set_code(self, address: Address, code: bytes) -> None:
        """Set an account's code."""
        if len(code) > CODE_BYTES_MAX:
            raise InvalidParams(f"code of at most {CODE_BYTES_MAX} bytes, found {len(code)}")
        await self._edit(address, AccountOverride(code=code))

    @method("anvil_setNonce")
    async def set_nonce(self, address: Address, nonce: Number) -> None:
        """Set the nonce of an account's next transaction."""
        if nonce > NONCE_MAX:
            raise InvalidParams(f"a nonce of at most {NONCE_MAX}, found {nonce}")
        await self._edit(address, AccountOverride(nonce=Nonce(nonce)))

    @method("anvil_setStorageAt")
    async def set_storage_at(self, address: Address, slot: StorageKey, value: StorageKey) -> bool:
        """Set a word of an account's storage."""
        await self._edit(address, AccountOverride(state_diff={slot.slot: value.slot}))
        return True

    async def _edit(self, address: Address, edit: AccountOverride) -> None:
        await self._development.edit(address, edit)

    # The next block.

    @method("anvil_setNextBlockBaseFeePerGas")
    async def set_next_block_base_fee_per_gas(self, base_fee: Amount) -> None:
        """Set the base fee of the next block, in wei per gas."""
        await self._development.set_base_fee(Wei(base_fee))

    @method("anvil_setCoinbase")
    async def set_coinbase(self, address: Address) -> None:
        """Set who gets the tips of the blocks to come."""
        await self._development.set_coinbase(address)

    # Accounts.

    @method("anvil_impersonateAccount")
    def impersonate_account(self, address: Address) -> None:
        """Let eth_sendTransaction send from an account without its key."""
        self._development.impersonate(address)

    @method("anvil_stopImpersonatingAccount")
    def stop_impersonating_account(self, address: Address) -> None:
        """End that."""
        self._development.stop_impersonating(address)

    @method("anvil_autoImpersonateAccount")
    def auto_impersonate_account(self, enabled: bool) -> None:
        """Let eth_sendTransaction send from any account, or end that."""
        self._development.impersonate_all(enabled)
