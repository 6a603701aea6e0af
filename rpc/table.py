"""Which namespaces make up the table of methods: add a namespace here."""

from rpc.access import Access
from rpc.backend import Backend
from rpc.calls import Simulator
from rpc.config import RpcConfig
from rpc.debug.raw import DebugRaw
from rpc.debug.traces import DebugTraces
from rpc.development.sending import build_sender
from rpc.development.table import build_development_methods
from rpc.discover import Discovery
from rpc.eth.accounts import EthAccounts
from rpc.eth.blocks import EthBlocks
from rpc.eth.calls import EthCalls
from rpc.eth.chain import EthChain
from rpc.eth.configuration import EthConfiguration
from rpc.eth.events import EthEvents
from rpc.eth.fees import EthFees
from rpc.eth.filling import Filler
from rpc.eth.sending import PoolSender
from rpc.eth.simulation import EthSimulation
from rpc.eth.transactions import EthTransactions
from rpc.filters import Filters
from rpc.kumiai import Kumiai
from rpc.lookup import Lookup
from rpc.methods import Method, collect
from rpc.net import Net
from rpc.news import News
from rpc.ots.blocks import OtsBlocks
from rpc.ots.search import OtsSearch
from rpc.ots.transactions import OtsTransactions
from rpc.queries import build_queries
from rpc.trace.methods import Trace
from rpc.tracers.traces import Traces
from rpc.txpool import Txpool
from rpc.web3 import Web3
from rpc.work import LongWork


def build_methods(backend: Backend, config: RpcConfig, news: News) -> dict[str, Method]:
    """
    Return every method that is served, by name.

    Raises ValueError where two share a name, UnknownMethods where the config names none.
    """
    access, lookup, limits = build_access(backend, config), Lookup(backend), config.limits
    work = LongWork(backend, limits.work_waiting_max)
    simulator = Simulator(backend, limits, lookup, work)
    long_work = LongWork(backend, limits.traces_waiting_max, limits.traces_at_once)
    traces = Traces(backend, limits, lookup, long_work)
    fees = EthFees(backend, limits, lookup, work)
    filler = Filler(backend, simulator, fees)
    developer = build_sender(backend, config, news)
    table: dict[str, Method] = {}
    namespaces = [
        Web3(backend),
        Net(backend),
        EthChain(backend, config),
        EthConfiguration(backend),
        EthAccounts(backend, limits, lookup, work),
        EthBlocks(backend, limits, lookup),
        EthTransactions(backend, lookup, news, filler, developer or PoolSender(backend)),
        fees,
        EthCalls(simulator),
        EthSimulation(backend, limits, lookup, work),
        EthEvents(Filters(backend, limits, lookup, news, work), limits),
        Txpool(backend, limits),
        DebugTraces(traces),
        DebugRaw(backend, lookup, work),
        Trace(backend, limits, lookup, traces),
        OtsBlocks(limits, lookup, work),
        OtsSearch(backend, limits, lookup, work, traces),
        OtsTransactions(traces),
        Kumiai(backend, lookup, work),
        Discovery(backend, table, access),
    ]
    table |= collect(namespaces)
    if developer is not None:
        table |= build_development_methods(developer, filler)
    queries = build_queries(backend, simulator, lookup, work)
    taken = sorted(set(table) & set(queries))
    if taken:
        raise ValueError(f"two methods are called {taken[0]}")
    table |= queries
    access.check(table)
    for name in [name for name in table if not access.serves(name)]:
        del table[name]
    return table


def build_access(backend: Backend, config: RpcConfig) -> Access:
    """Return which methods of the node are served, and to whom."""
    return Access(config, [module.name for module in backend.assembly.modules])
