"""
The Python client: every module of the chain, typed, over JSON-RPC and gRPC.

It imports nothing of the node: what it knows of modules is rendered from their declarations.
"""

from client.errors import ClientError
from client.kit.records import Refusal
from client.logs import Logged
from client.market import Client
from client.settings import Settings
from client.sync import Client as SyncClient
from client.transactions import Pending, Receipt
from client.wallet import Wallet

__all__ = [
    "Client",
    "ClientError",
    "Logged",
    "Pending",
    "Receipt",
    "Refusal",
    "Settings",
    "SyncClient",
    "Wallet",
]
