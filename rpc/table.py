"""Which namespaces make up the table of methods: add a namespace here."""

from rpc.backend import Backend
from rpc.config import RpcConfig
from rpc.eth.accounts import EthAccounts
from rpc.eth.chain import EthChain
from rpc.lookup import Lookup
from rpc.methods import Method, collect
from rpc.net import Net
from rpc.news import News
from rpc.web3 import Web3


def build_methods(backend: Backend, config: RpcConfig, news: News) -> dict[str, Method]:
    """Return every method of the node by name."""
    lookup, limits = Lookup(backend), config.limits
    return collect(
        [
            Web3(backend),
            Net(backend),
            EthChain(backend, config),
            EthAccounts(backend, limits, lookup),
        ]
    )
