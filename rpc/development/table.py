"""
Every method of a development chain by name: each once, and under the names that other tools use.

    anvil_setBalance --"the same as"--> hardhat_setBalance
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Final

from rpc.development.mining import Mining
from rpc.development.sending import DevelopmentSender
from rpc.development.state import StateEdits
from rpc.development.wallet import Wallet
from rpc.eth.filling import Filler
from rpc.methods import Method, collect

SAME: Final[Mapping[str, tuple[str, ...]]] = {
    "anvil_autoImpersonateAccount": ("hardhat_autoImpersonateAccount",),
    "anvil_dropAllTransactions": ("hardhat_dropAllTransactions",),
    "anvil_getAutomine": ("hardhat_getAutomine",),
    "anvil_impersonateAccount": ("hardhat_impersonateAccount",),
    "anvil_reset": ("hardhat_reset",),
    "anvil_setBalance": ("hardhat_setBalance", "evm_setAccountBalance"),
    "anvil_setCode": ("hardhat_setCode", "evm_setAccountCode"),
    "anvil_setCoinbase": ("hardhat_setCoinbase",),
    "anvil_setNextBlockBaseFeePerGas": ("hardhat_setNextBlockBaseFeePerGas",),
    "anvil_setNonce": ("hardhat_setNonce", "evm_setAccountNonce"),
    "anvil_setStorageAt": ("hardhat_setStorageAt", "evm_setAccountStorageAt"),
    "anvil_stopImpersonatingAccount": ("hardhat_stopImpersonatingAccount",),
    "evm_increaseTime": ("anvil_increaseTime",),
    "evm_revert": ("anvil_revert",),
    "evm_setAutomine": ("anvil_setAutomine",),
    "evm_setIntervalMining": ("anvil_setIntervalMining",),
    "evm_setNextBlockTimestamp": ("anvil_setNextBlockTimestamp",),
    "evm_setTime": ("anvil_setTime",),
    "evm_snapshot": ("anvil_snapshot",),
}


def build_development_methods(sender: DevelopmentSender, filler: Filler) -> dict[str, Method]:
    """Return the methods of a development chain by name."""
    development = sender.development
    table = collect(
        [
            Mining(development, sender.backend, sender.news),
            StateEdits(development),
            Wallet(development, filler, sender),
        ]
    )
    for name, others in SAME.items():
        for other in others:
            table[other] = replace(table[name], name=other)
    return table
