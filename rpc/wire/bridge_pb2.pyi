from rpc.wire import events_pb2 as _events_pb2
from rpc.wire import tx_pb2 as _tx_pb2
from google.protobuf.internal import containers as _containers
from google.protobuf.internal import enum_type_wrapper as _enum_type_wrapper
from google.protobuf import descriptor as _descriptor
from google.protobuf import message as _message
from collections.abc import Iterable as _Iterable, Mapping as _Mapping
from typing import ClassVar as _ClassVar, Optional as _Optional, Union as _Union

DESCRIPTOR: _descriptor.FileDescriptor

class ClientState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLIENT_STATE_NOTHING: _ClassVar[ClientState]
    CLIENT_STATE_ACTIVE: _ClassVar[ClientState]
    CLIENT_STATE_FROZEN: _ClassVar[ClientState]
    CLIENT_STATE_SUBSTITUTED: _ClassVar[ClientState]

class ClientKind(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    CLIENT_KIND_KUMIAI: _ClassVar[ClientKind]
    CLIENT_KIND_ATTESTED: _ClassVar[ClientKind]

class RouteState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ROUTE_STATE_NOTHING: _ClassVar[RouteState]
    ROUTE_STATE_OPEN: _ClassVar[RouteState]
    ROUTE_STATE_PAUSED: _ClassVar[RouteState]
    ROUTE_STATE_KILLED: _ClassVar[RouteState]

class PacketState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    PACKET_STATE_NOTHING: _ClassVar[PacketState]
    PACKET_STATE_SENT: _ClassVar[PacketState]
    PACKET_STATE_ACKNOWLEDGED: _ClassVar[PacketState]
    PACKET_STATE_REFUNDED: _ClassVar[PacketState]
    PACKET_STATE_TIMED_OUT: _ClassVar[PacketState]

class ArrivalState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ARRIVAL_STATE_NOTHING: _ClassVar[ArrivalState]
    ARRIVAL_STATE_DELAYED: _ClassVar[ArrivalState]
    ARRIVAL_STATE_DELIVERED: _ClassVar[ArrivalState]
    ARRIVAL_STATE_FAILED: _ClassVar[ArrivalState]

class AttesterState(int, metaclass=_enum_type_wrapper.EnumTypeWrapper):
    __slots__ = ()
    ATTESTER_STATE_NOTHING: _ClassVar[AttesterState]
    ATTESTER_STATE_BONDED: _ClassVar[AttesterState]
    ATTESTER_STATE_LEAVING: _ClassVar[AttesterState]
    ATTESTER_STATE_LEFT: _ClassVar[AttesterState]
    ATTESTER_STATE_REMOVED: _ClassVar[AttesterState]
CLIENT_STATE_NOTHING: ClientState
CLIENT_STATE_ACTIVE: ClientState
CLIENT_STATE_FROZEN: ClientState
CLIENT_STATE_SUBSTITUTED: ClientState
CLIENT_KIND_KUMIAI: ClientKind
CLIENT_KIND_ATTESTED: ClientKind
ROUTE_STATE_NOTHING: RouteState
ROUTE_STATE_OPEN: RouteState
ROUTE_STATE_PAUSED: RouteState
ROUTE_STATE_KILLED: RouteState
PACKET_STATE_NOTHING: PacketState
PACKET_STATE_SENT: PacketState
PACKET_STATE_ACKNOWLEDGED: PacketState
PACKET_STATE_REFUNDED: PacketState
PACKET_STATE_TIMED_OUT: PacketState
ARRIVAL_STATE_NOTHING: ArrivalState
ARRIVAL_STATE_DELAYED: ArrivalState
ARRIVAL_STATE_DELIVERED: ArrivalState
ARRIVAL_STATE_FAILED: ArrivalState
ATTESTER_STATE_NOTHING: AttesterState
ATTESTER_STATE_BONDED: AttesterState
ATTESTER_STATE_LEAVING: AttesterState
ATTESTER_STATE_LEFT: AttesterState
ATTESTER_STATE_REMOVED: AttesterState

class ParamsRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class ParamsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: BridgeParams
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[BridgeParams, _Mapping]] = ...) -> None: ...

class ClientRequest(_message.Message):
    __slots__ = ("at_height", "client")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ...) -> None: ...

class ClientResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Client
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Client, _Mapping]] = ...) -> None: ...

class AnsweringClientRequest(_message.Message):
    __slots__ = ("at_height", "client")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ...) -> None: ...

class AnsweringClientResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class HeaderRequest(_message.Message):
    __slots__ = ("at_height", "client", "height")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    height: int
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ..., height: _Optional[int] = ...) -> None: ...

class HeaderResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: ConsensusState
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[ConsensusState, _Mapping]] = ...) -> None: ...

class TrustedHeightsRequest(_message.Message):
    __slots__ = ("at_height", "client", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class TrustedHeightsResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[int]] = ...) -> None: ...

class RememberedHeadersRequest(_message.Message):
    __slots__ = ("at_height", "client")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ...) -> None: ...

class RememberedHeadersResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Remembered
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Remembered, _Mapping]] = ...) -> None: ...

class RouteRequest(_message.Message):
    __slots__ = ("at_height", "route")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ...) -> None: ...

class RouteResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Route
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Route, _Mapping]] = ...) -> None: ...

class RoutesOpenedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class RoutesOpenedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class IsAllPausedRequest(_message.Message):
    __slots__ = ("at_height",)
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    def __init__(self, at_height: _Optional[int] = ...) -> None: ...

class IsAllPausedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bool
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bool] = ...) -> None: ...

class AssetRequest(_message.Message):
    __slots__ = ("at_height", "route", "token", "is_native")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    IS_NATIVE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    token: str
    is_native: bool
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., token: _Optional[str] = ..., is_native: _Optional[bool] = ...) -> None: ...

class AssetResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: AssetStatus
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[AssetStatus, _Mapping]] = ...) -> None: ...

class AssetTokensRequest(_message.Message):
    __slots__ = ("at_height", "route", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class AssetTokensResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class VoucherRequest(_message.Message):
    __slots__ = ("at_height", "route", "token")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    token: str
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., token: _Optional[str] = ...) -> None: ...

class VoucherResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class RoomRequest(_message.Message):
    __slots__ = ("at_height", "route", "token", "is_native")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    IS_NATIVE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    token: str
    is_native: bool
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., token: _Optional[str] = ..., is_native: _Optional[bool] = ...) -> None: ...

class RoomResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: str
    def __init__(self, height: _Optional[int] = ..., result: _Optional[str] = ...) -> None: ...

class SentRequest(_message.Message):
    __slots__ = ("at_height", "route", "sequence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    sequence: int
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., sequence: _Optional[int] = ...) -> None: ...

class SentResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Sent
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Sent, _Mapping]] = ...) -> None: ...

class SentCountRequest(_message.Message):
    __slots__ = ("at_height", "route")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ...) -> None: ...

class SentCountResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: int
    def __init__(self, height: _Optional[int] = ..., result: _Optional[int] = ...) -> None: ...

class PendingRequest(_message.Message):
    __slots__ = ("at_height", "route", "first", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    FIRST_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    first: int
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., first: _Optional[int] = ..., limit: _Optional[str] = ...) -> None: ...

class PendingResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[int]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[int]] = ...) -> None: ...

class ArrivalRequest(_message.Message):
    __slots__ = ("at_height", "route", "sequence")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    sequence: int
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., sequence: _Optional[int] = ...) -> None: ...

class ArrivalResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Arrival
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Arrival, _Mapping]] = ...) -> None: ...

class CommitmentOfRequest(_message.Message):
    __slots__ = ("at_height", "route", "packet")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    route: int
    packet: Packet
    def __init__(self, at_height: _Optional[int] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ...) -> None: ...

class CommitmentOfResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class AttesterRequest(_message.Message):
    __slots__ = ("at_height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class AttesterResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: Attester
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Union[Attester, _Mapping]] = ...) -> None: ...

class AttestersKnownRequest(_message.Message):
    __slots__ = ("at_height", "offset", "limit")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    OFFSET_FIELD_NUMBER: _ClassVar[int]
    LIMIT_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    offset: str
    limit: str
    def __init__(self, at_height: _Optional[int] = ..., offset: _Optional[str] = ..., limit: _Optional[str] = ...) -> None: ...

class AttestersKnownResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: _containers.RepeatedScalarFieldContainer[str]
    def __init__(self, height: _Optional[int] = ..., result: _Optional[_Iterable[str]] = ...) -> None: ...

class AttestedRequest(_message.Message):
    __slots__ = ("at_height", "client", "height", "validator")
    AT_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    at_height: int
    client: str
    height: int
    validator: str
    def __init__(self, at_height: _Optional[int] = ..., client: _Optional[str] = ..., height: _Optional[int] = ..., validator: _Optional[str] = ...) -> None: ...

class AttestedResponse(_message.Message):
    __slots__ = ("height", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    result: bytes
    def __init__(self, height: _Optional[int] = ..., result: _Optional[bytes] = ...) -> None: ...

class MsgSend(_message.Message):
    __slots__ = ("envelope", "order")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ORDER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    order: Order
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., order: _Optional[_Union[Order, _Mapping]] = ...) -> None: ...

class MsgSendResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: int
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[int] = ...) -> None: ...

class MsgAddFee(_message.Message):
    __slots__ = ("envelope", "route", "sequence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    sequence: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., sequence: _Optional[int] = ...) -> None: ...

class MsgAddFeeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgDeliver(_message.Message):
    __slots__ = ("envelope", "route", "packet", "proof", "payee")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    proof: StateProof
    payee: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ..., proof: _Optional[_Union[StateProof, _Mapping]] = ..., payee: _Optional[str] = ...) -> None: ...

class MsgDeliverResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRelease(_message.Message):
    __slots__ = ("envelope", "route", "packet")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ...) -> None: ...

class MsgReleaseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRefuse(_message.Message):
    __slots__ = ("envelope", "route", "packet")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ...) -> None: ...

class MsgRefuseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSendBack(_message.Message):
    __slots__ = ("envelope", "route", "packet")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ...) -> None: ...

class MsgSendBackResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAcknowledge(_message.Message):
    __slots__ = ("envelope", "route", "packet", "answer", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    ANSWER_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    answer: Acknowledgement
    proof: StateProof
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ..., answer: _Optional[_Union[Acknowledgement, _Mapping]] = ..., proof: _Optional[_Union[StateProof, _Mapping]] = ...) -> None: ...

class MsgAcknowledgeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgTimeout(_message.Message):
    __slots__ = ("envelope", "route", "packet", "proof")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    PACKET_FIELD_NUMBER: _ClassVar[int]
    PROOF_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    packet: Packet
    proof: StateProof
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., packet: _Optional[_Union[Packet, _Mapping]] = ..., proof: _Optional[_Union[StateProof, _Mapping]] = ...) -> None: ...

class MsgTimeoutResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgCreateClient(_message.Message):
    __slots__ = ("envelope", "kind", "chain_id", "trusting_period_s", "unbonding_s", "header")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    TRUSTING_PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    UNBONDING_S_FIELD_NUMBER: _ClassVar[int]
    HEADER_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    kind: ClientKind
    chain_id: str
    trusting_period_s: int
    unbonding_s: int
    header: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., kind: _Optional[_Union[ClientKind, str]] = ..., chain_id: _Optional[str] = ..., trusting_period_s: _Optional[int] = ..., unbonding_s: _Optional[int] = ..., header: _Optional[bytes] = ...) -> None: ...

class MsgCreateClientResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: str
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[str] = ...) -> None: ...

class MsgUpdateClient(_message.Message):
    __slots__ = ("envelope", "client", "evidence")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    client: str
    evidence: bytes
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., client: _Optional[str] = ..., evidence: _Optional[bytes] = ...) -> None: ...

class MsgUpdateClientResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: bool
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[bool] = ...) -> None: ...

class MsgSubmitMisbehaviour(_message.Message):
    __slots__ = ("envelope", "client", "evidence", "against")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    EVIDENCE_FIELD_NUMBER: _ClassVar[int]
    AGAINST_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    client: str
    evidence: bytes
    against: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., client: _Optional[str] = ..., evidence: _Optional[bytes] = ..., against: _Optional[int] = ...) -> None: ...

class MsgSubmitMisbehaviourResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAnnounceSubstitute(_message.Message):
    __slots__ = ("envelope", "client", "substitute")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    SUBSTITUTE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    client: str
    substitute: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., client: _Optional[str] = ..., substitute: _Optional[str] = ...) -> None: ...

class MsgAnnounceSubstituteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSubstituteClient(_message.Message):
    __slots__ = ("envelope", "client")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    client: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., client: _Optional[str] = ...) -> None: ...

class MsgSubstituteClientResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgOpenRoute(_message.Message):
    __slots__ = ("envelope", "client", "remote")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    REMOTE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    client: str
    remote: End
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., client: _Optional[str] = ..., remote: _Optional[_Union[End, _Mapping]] = ...) -> None: ...

class MsgOpenRouteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events", "result")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    RESULT_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    result: int
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ..., result: _Optional[int] = ...) -> None: ...

class MsgPause(_message.Message):
    __slots__ = ("envelope", "route")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ...) -> None: ...

class MsgPauseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgResume(_message.Message):
    __slots__ = ("envelope", "route")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ...) -> None: ...

class MsgResumeResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgKillRoute(_message.Message):
    __slots__ = ("envelope", "route")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ...) -> None: ...

class MsgKillRouteResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgRegisterAsset(_message.Message):
    __slots__ = ("envelope", "route", "asset", "limits")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    ASSET_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    asset: Asset
    limits: Limits
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., asset: _Optional[_Union[Asset, _Mapping]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ...) -> None: ...

class MsgRegisterAssetResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgSetLimits(_message.Message):
    __slots__ = ("envelope", "route", "token", "is_native", "limits")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    IS_NATIVE_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    route: int
    token: str
    is_native: bool
    limits: Limits
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., route: _Optional[int] = ..., token: _Optional[str] = ..., is_native: _Optional[bool] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ...) -> None: ...

class MsgSetLimitsResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgBondAttester(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgBondAttesterResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgNameKey(_message.Message):
    __slots__ = ("envelope", "key")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    key: str
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., key: _Optional[str] = ...) -> None: ...

class MsgNameKeyResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgLeaveAttesters(_message.Message):
    __slots__ = ("envelope",)
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ...) -> None: ...

class MsgLeaveAttestersResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAttest(_message.Message):
    __slots__ = ("envelope", "statement")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    statement: SignedAttestation
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., statement: _Optional[_Union[SignedAttestation, _Mapping]] = ...) -> None: ...

class MsgAttestResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class MsgAccuse(_message.Message):
    __slots__ = ("envelope", "statement")
    ENVELOPE_FIELD_NUMBER: _ClassVar[int]
    STATEMENT_FIELD_NUMBER: _ClassVar[int]
    envelope: _tx_pb2.Envelope
    statement: SignedAttestation
    def __init__(self, envelope: _Optional[_Union[_tx_pb2.Envelope, _Mapping]] = ..., statement: _Optional[_Union[SignedAttestation, _Mapping]] = ...) -> None: ...

class MsgAccuseResponse(_message.Message):
    __slots__ = ("height", "gas_used", "events")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    GAS_USED_FIELD_NUMBER: _ClassVar[int]
    EVENTS_FIELD_NUMBER: _ClassVar[int]
    height: int
    gas_used: int
    events: _containers.RepeatedCompositeFieldContainer[_events_pb2.Event]
    def __init__(self, height: _Optional[int] = ..., gas_used: _Optional[int] = ..., events: _Optional[_Iterable[_Union[_events_pb2.Event, _Mapping]]] = ...) -> None: ...

class BridgeParams(_message.Message):
    __slots__ = ("guardian", "delay_s", "substitute_delay_s", "bond_min_wei", "bond_wait_s", "accuser_bps")
    GUARDIAN_FIELD_NUMBER: _ClassVar[int]
    DELAY_S_FIELD_NUMBER: _ClassVar[int]
    SUBSTITUTE_DELAY_S_FIELD_NUMBER: _ClassVar[int]
    BOND_MIN_WEI_FIELD_NUMBER: _ClassVar[int]
    BOND_WAIT_S_FIELD_NUMBER: _ClassVar[int]
    ACCUSER_BPS_FIELD_NUMBER: _ClassVar[int]
    guardian: str
    delay_s: int
    substitute_delay_s: int
    bond_min_wei: str
    bond_wait_s: int
    accuser_bps: int
    def __init__(self, guardian: _Optional[str] = ..., delay_s: _Optional[int] = ..., substitute_delay_s: _Optional[int] = ..., bond_min_wei: _Optional[str] = ..., bond_wait_s: _Optional[int] = ..., accuser_bps: _Optional[int] = ...) -> None: ...

class Client(_message.Message):
    __slots__ = ("state", "kind", "chain_id", "trusting_period_s", "unbonding_s", "latest_height", "latest_time_ms", "substitute", "substitute_from_s")
    STATE_FIELD_NUMBER: _ClassVar[int]
    KIND_FIELD_NUMBER: _ClassVar[int]
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    TRUSTING_PERIOD_S_FIELD_NUMBER: _ClassVar[int]
    UNBONDING_S_FIELD_NUMBER: _ClassVar[int]
    LATEST_HEIGHT_FIELD_NUMBER: _ClassVar[int]
    LATEST_TIME_MS_FIELD_NUMBER: _ClassVar[int]
    SUBSTITUTE_FIELD_NUMBER: _ClassVar[int]
    SUBSTITUTE_FROM_S_FIELD_NUMBER: _ClassVar[int]
    state: ClientState
    kind: ClientKind
    chain_id: str
    trusting_period_s: int
    unbonding_s: int
    latest_height: int
    latest_time_ms: str
    substitute: str
    substitute_from_s: int
    def __init__(self, state: _Optional[_Union[ClientState, str]] = ..., kind: _Optional[_Union[ClientKind, str]] = ..., chain_id: _Optional[str] = ..., trusting_period_s: _Optional[int] = ..., unbonding_s: _Optional[int] = ..., latest_height: _Optional[int] = ..., latest_time_ms: _Optional[str] = ..., substitute: _Optional[str] = ..., substitute_from_s: _Optional[int] = ...) -> None: ...

class ConsensusState(_message.Message):
    __slots__ = ("hash", "state_root", "time_ms")
    HASH_FIELD_NUMBER: _ClassVar[int]
    STATE_ROOT_FIELD_NUMBER: _ClassVar[int]
    TIME_MS_FIELD_NUMBER: _ClassVar[int]
    hash: bytes
    state_root: bytes
    time_ms: str
    def __init__(self, hash: _Optional[bytes] = ..., state_root: _Optional[bytes] = ..., time_ms: _Optional[str] = ...) -> None: ...

class Remembered(_message.Message):
    __slots__ = ("first", "count", "floor")
    FIRST_FIELD_NUMBER: _ClassVar[int]
    COUNT_FIELD_NUMBER: _ClassVar[int]
    FLOOR_FIELD_NUMBER: _ClassVar[int]
    first: str
    count: str
    floor: int
    def __init__(self, first: _Optional[str] = ..., count: _Optional[str] = ..., floor: _Optional[int] = ...) -> None: ...

class End(_message.Message):
    __slots__ = ("chain_id", "bridge", "route")
    CHAIN_ID_FIELD_NUMBER: _ClassVar[int]
    BRIDGE_FIELD_NUMBER: _ClassVar[int]
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    chain_id: str
    bridge: str
    route: int
    def __init__(self, chain_id: _Optional[str] = ..., bridge: _Optional[str] = ..., route: _Optional[int] = ...) -> None: ...

class Route(_message.Message):
    __slots__ = ("state", "client", "remote")
    STATE_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    REMOTE_FIELD_NUMBER: _ClassVar[int]
    state: RouteState
    client: str
    remote: End
    def __init__(self, state: _Optional[_Union[RouteState, str]] = ..., client: _Optional[str] = ..., remote: _Optional[_Union[End, _Mapping]] = ...) -> None: ...

class Asset(_message.Message):
    __slots__ = ("token", "is_native", "local", "name", "symbol", "decimals")
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    IS_NATIVE_FIELD_NUMBER: _ClassVar[int]
    LOCAL_FIELD_NUMBER: _ClassVar[int]
    NAME_FIELD_NUMBER: _ClassVar[int]
    SYMBOL_FIELD_NUMBER: _ClassVar[int]
    DECIMALS_FIELD_NUMBER: _ClassVar[int]
    token: str
    is_native: bool
    local: str
    name: str
    symbol: str
    decimals: int
    def __init__(self, token: _Optional[str] = ..., is_native: _Optional[bool] = ..., local: _Optional[str] = ..., name: _Optional[str] = ..., symbol: _Optional[str] = ..., decimals: _Optional[int] = ...) -> None: ...

class Limits(_message.Message):
    __slots__ = ("capacity_wei", "refill_wei_per_s", "minimum_wei", "delay_from_wei")
    CAPACITY_WEI_FIELD_NUMBER: _ClassVar[int]
    REFILL_WEI_PER_S_FIELD_NUMBER: _ClassVar[int]
    MINIMUM_WEI_FIELD_NUMBER: _ClassVar[int]
    DELAY_FROM_WEI_FIELD_NUMBER: _ClassVar[int]
    capacity_wei: str
    refill_wei_per_s: str
    minimum_wei: str
    delay_from_wei: str
    def __init__(self, capacity_wei: _Optional[str] = ..., refill_wei_per_s: _Optional[str] = ..., minimum_wei: _Optional[str] = ..., delay_from_wei: _Optional[str] = ...) -> None: ...

class AssetStatus(_message.Message):
    __slots__ = ("asset", "limits", "outstanding_wei", "room_wei")
    ASSET_FIELD_NUMBER: _ClassVar[int]
    LIMITS_FIELD_NUMBER: _ClassVar[int]
    OUTSTANDING_WEI_FIELD_NUMBER: _ClassVar[int]
    ROOM_WEI_FIELD_NUMBER: _ClassVar[int]
    asset: Asset
    limits: Limits
    outstanding_wei: str
    room_wei: str
    def __init__(self, asset: _Optional[_Union[Asset, _Mapping]] = ..., limits: _Optional[_Union[Limits, _Mapping]] = ..., outstanding_wei: _Optional[str] = ..., room_wei: _Optional[str] = ...) -> None: ...

class Sent(_message.Message):
    __slots__ = ("state", "fee_wei")
    STATE_FIELD_NUMBER: _ClassVar[int]
    FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    state: PacketState
    fee_wei: str
    def __init__(self, state: _Optional[_Union[PacketState, str]] = ..., fee_wei: _Optional[str] = ...) -> None: ...

class Arrival(_message.Message):
    __slots__ = ("state", "releases_s", "payee")
    STATE_FIELD_NUMBER: _ClassVar[int]
    RELEASES_S_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    state: ArrivalState
    releases_s: int
    payee: str
    def __init__(self, state: _Optional[_Union[ArrivalState, str]] = ..., releases_s: _Optional[int] = ..., payee: _Optional[str] = ...) -> None: ...

class Packet(_message.Message):
    __slots__ = ("sequence", "timeout_s", "payload")
    SEQUENCE_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    PAYLOAD_FIELD_NUMBER: _ClassVar[int]
    sequence: int
    timeout_s: int
    payload: bytes
    def __init__(self, sequence: _Optional[int] = ..., timeout_s: _Optional[int] = ..., payload: _Optional[bytes] = ...) -> None: ...

class Attester(_message.Message):
    __slots__ = ("state", "bond_wei", "key", "leaves_s")
    STATE_FIELD_NUMBER: _ClassVar[int]
    BOND_WEI_FIELD_NUMBER: _ClassVar[int]
    KEY_FIELD_NUMBER: _ClassVar[int]
    LEAVES_S_FIELD_NUMBER: _ClassVar[int]
    state: AttesterState
    bond_wei: str
    key: str
    leaves_s: int
    def __init__(self, state: _Optional[_Union[AttesterState, str]] = ..., bond_wei: _Optional[str] = ..., key: _Optional[str] = ..., leaves_s: _Optional[int] = ...) -> None: ...

class Order(_message.Message):
    __slots__ = ("route", "token", "receiver", "amount_wei", "timeout_s", "call_gas", "call_data", "fee_wei")
    ROUTE_FIELD_NUMBER: _ClassVar[int]
    TOKEN_FIELD_NUMBER: _ClassVar[int]
    RECEIVER_FIELD_NUMBER: _ClassVar[int]
    AMOUNT_WEI_FIELD_NUMBER: _ClassVar[int]
    TIMEOUT_S_FIELD_NUMBER: _ClassVar[int]
    CALL_GAS_FIELD_NUMBER: _ClassVar[int]
    CALL_DATA_FIELD_NUMBER: _ClassVar[int]
    FEE_WEI_FIELD_NUMBER: _ClassVar[int]
    route: int
    token: str
    receiver: str
    amount_wei: str
    timeout_s: int
    call_gas: int
    call_data: bytes
    fee_wei: str
    def __init__(self, route: _Optional[int] = ..., token: _Optional[str] = ..., receiver: _Optional[str] = ..., amount_wei: _Optional[str] = ..., timeout_s: _Optional[int] = ..., call_gas: _Optional[int] = ..., call_data: _Optional[bytes] = ..., fee_wei: _Optional[str] = ...) -> None: ...

class StateProof(_message.Message):
    __slots__ = ("height", "account_nodes", "slot_nodes")
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    ACCOUNT_NODES_FIELD_NUMBER: _ClassVar[int]
    SLOT_NODES_FIELD_NUMBER: _ClassVar[int]
    height: int
    account_nodes: _containers.RepeatedScalarFieldContainer[bytes]
    slot_nodes: _containers.RepeatedScalarFieldContainer[bytes]
    def __init__(self, height: _Optional[int] = ..., account_nodes: _Optional[_Iterable[bytes]] = ..., slot_nodes: _Optional[_Iterable[bytes]] = ...) -> None: ...

class Acknowledgement(_message.Message):
    __slots__ = ("success", "payee", "result_hash")
    SUCCESS_FIELD_NUMBER: _ClassVar[int]
    PAYEE_FIELD_NUMBER: _ClassVar[int]
    RESULT_HASH_FIELD_NUMBER: _ClassVar[int]
    success: bool
    payee: str
    result_hash: bytes
    def __init__(self, success: _Optional[bool] = ..., payee: _Optional[str] = ..., result_hash: _Optional[bytes] = ...) -> None: ...

class Attestation(_message.Message):
    __slots__ = ("validator", "client", "height", "hash")
    VALIDATOR_FIELD_NUMBER: _ClassVar[int]
    CLIENT_FIELD_NUMBER: _ClassVar[int]
    HEIGHT_FIELD_NUMBER: _ClassVar[int]
    HASH_FIELD_NUMBER: _ClassVar[int]
    validator: str
    client: str
    height: int
    hash: bytes
    def __init__(self, validator: _Optional[str] = ..., client: _Optional[str] = ..., height: _Optional[int] = ..., hash: _Optional[bytes] = ...) -> None: ...

class SignedAttestation(_message.Message):
    __slots__ = ("attestation", "signature")
    ATTESTATION_FIELD_NUMBER: _ClassVar[int]
    SIGNATURE_FIELD_NUMBER: _ClassVar[int]
    attestation: Attestation
    signature: bytes
    def __init__(self, attestation: _Optional[_Union[Attestation, _Mapping]] = ..., signature: _Optional[bytes] = ...) -> None: ...
