"""
A method for every view of every module: `governance_proposal`, `model_fees_quote`, ...

    params --kit.text--> arguments --ABI--> eth_call on the module's address --> JSON

The answer is the one eth_call gives, spelled out: numbers as 0x-hex quantities, records as objects
by field name, enums by name. The last parameter of each is a block, "latest" if left out. Module
parameters without a view of their own answer to `<module>_params`.
"""

from collections.abc import Callable
from typing import Any

from chain.kit.abi import (
    AbiType,
    AddressType,
    BoolType,
    Bytes32Type,
    EnumType,
    ListType,
    StringType,
    TupleType,
    UintType,
    abi_type,
)
from chain.kit.assembly import own
from chain.kit.dispatch import decode_result
from chain.kit.module import Method as ModuleMethod
from chain.kit.module import Module, method_named, methods_of, params_of
from chain.kit.text import from_json
from chain.vm.call import CallMessage
from chain.vm.precompile import WorldHost
from chain.vm.world import World
from rpc.backend import Backend
from rpc.calls import CallRequest, Simulator
from rpc.lookup import LATEST_ID, BlockId, Lookup
from rpc.methods import (
    ADDRESS_SCHEMA,
    DATA_SCHEMA,
    HASH_SCHEMA,
    QUANTITY_SCHEMA,
    Method,
    Parameter,
    Schema,
)
from rpc.shapes import data, quantity
from rpc.work import LongWork

PARAMS_VIEW = "params"  # the name under which governed parameters are asked for
BLOCK = Parameter("block", BlockId.decode, BlockId.SCHEMA, is_required=False, default=LATEST_ID)


def build_queries(
    backend: Backend, simulator: Simulator, lookup: Lookup, work: LongWork
) -> dict[str, Method]:
    """Return the generated methods of all modules by name."""
    table: dict[str, Method] = {}
    for module in backend.assembly.modules:
        for view in methods_of(module).values():
            if view.is_view:
                query = _view_query(module, view, simulator)
                table[query.name] = query
        if params_of(module) is not None and method_named(module, PARAMS_VIEW) is None:
            query = _params_query(module, backend, lookup, work)
            table[query.name] = query
    return table


def _view_query(module: type[Module], view: ModuleMethod, simulator: Simulator) -> Method:
    async def query(*arguments: Any) -> Any:
        *values, block = arguments
        message = CallMessage(to=module.address, data=view.encode_call(*values))
        output = await simulator.call(CallRequest(message, None), block)
        return None if view.output is None else show_value(view.output, decode_result(view, output))

    inputs = tuple(
        Parameter(name, _reader(kind, name), input_schema(kind))
        for name, kind in view.inputs.items()
    )
    result: Schema = {"type": "null"} if view.output is None else output_schema(view.output)
    summary = view.doc.partition("\n")[0]
    return Method(f"{module.name}_{view.name}", query, (*inputs, BLOCK), result, summary)


def _reader(kind: AbiType, name: str) -> Callable[[Any], Any]:
    return lambda value: from_json(kind, value, name)


def _params_query(module: type[Module], backend: Backend, lookup: Lookup, work: LongWork) -> Method:
    """Read the parameters out of the module's storage: there is no call that returns them."""
    declared = params_of(module)
    assert declared is not None
    cell, record = declared
    kind = abi_type(record)

    async def query(block: BlockId) -> Any:
        reader, environment = lookup.stage(block)

        def load() -> Any:
            world = World(reader)
            world.enter_block(environment)
            return getattr(own(module, WorldHost(world, backend.assembly.wires)), cell)

        return show_value(kind, await work.run(load))

    summary = f"The governed parameters of {module.name}."
    name = f"{module.name}_{PARAMS_VIEW}"
    return Method(name, query, (BLOCK,), output_schema(kind), summary)


def show_value(kind: AbiType, value: Any) -> Any:
    """Return a module's value in the spelling of the Ethereum JSON-RPC."""
    if isinstance(kind, TupleType):
        return {
            name: show_value(member, getattr(value, name)) for name, member in kind.fields.items()
        }
    if isinstance(kind, ListType):
        return [show_value(kind.element, item) for item in value]
    if isinstance(kind, EnumType):
        return kind.python(value).name
    if isinstance(kind, UintType):
        return quantity(value)
    return data(value) if isinstance(value, bytes) else value


def output_schema(kind: AbiType) -> Schema:
    """Return the schema of what `show_value` writes; `record_schemas` has those of records."""
    if isinstance(kind, TupleType):
        return {"$ref": f"#/components/schemas/{_schema_name(kind)}"}
    if isinstance(kind, ListType):
        return {"type": "array", "items": output_schema(kind.element)}
    return QUANTITY_SCHEMA if isinstance(kind, UintType) else _plain_schema(kind)


def input_schema(kind: AbiType) -> Schema:
    """Return the schema of what a query reads: numbers also as JSON integers or decimal text."""
    if isinstance(kind, TupleType):
        properties = {name: input_schema(member) for name, member in kind.fields.items()}
        return {"title": kind.python.__name__, "type": "object", "properties": properties}
    if isinstance(kind, ListType):
        return {"type": "array", "items": input_schema(kind.element)}
    if isinstance(kind, UintType):
        decimal = {"type": "string", "pattern": "^[0-9]+$"}
        return {"oneOf": [QUANTITY_SCHEMA, {"type": "integer", "minimum": 0}, decimal]}
    return _plain_schema(kind)


def _plain_schema(kind: AbiType) -> Schema:
    """Return the schema of a type that is read and written alike."""
    if isinstance(kind, EnumType):
        return {"title": kind.python.__name__, "enum": list(kind.python.__members__)}
    if isinstance(kind, AddressType):
        return ADDRESS_SCHEMA
    if isinstance(kind, Bytes32Type):
        return HASH_SCHEMA
    if isinstance(kind, BoolType):
        return {"type": "boolean"}
    return {"type": "string"} if isinstance(kind, StringType) else DATA_SCHEMA


def record_schemas(modules: tuple[type[Module], ...]) -> dict[str, Schema]:
    """Return the schema of every record that an answer of a module names."""
    found: dict[str, Schema] = {}
    for module in modules:
        declared = params_of(module)
        if declared is not None:
            _collect_records(abi_type(declared[1]), found)
        for method in methods_of(module).values():
            if method.is_view and method.output is not None:
                _collect_records(method.output, found)
    return found


def _schema_name(kind: TupleType) -> str:
    """Two modules may have records of one name, so the package is part of it."""
    return f"{kind.python.__module__.split('.')[-2]}_{kind.python.__name__}"


def _collect_records(kind: AbiType, found: dict[str, Schema]) -> None:
    if isinstance(kind, ListType):
        _collect_records(kind.element, found)
    if isinstance(kind, TupleType):
        found[_schema_name(kind)] = {
            "type": "object",
            "properties": {name: output_schema(member) for name, member in kind.fields.items()},
            "required": list(kind.fields),
        }
        for member in kind.members:
            _collect_records(member, found)
