// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// @notice One end of a route: a bridge on a chain, and the route's number there.
struct End {
    uint256 chainId;
    address bridge;
    uint64 route;
}

/// @notice What one bridge says to another.
struct Packet {
    uint64 sequence; // from 1, for each route at its source
    uint64 timeoutS; // on the clock of the destination's blocks: from then on it is not received
    bytes payload; // a Transfer
}

/// @notice What became of a packet at its destination.
struct Acknowledgement {
    bool success;
    address payee; // whom the source pays for the delivery
    bytes32 resultHash; // of the reason of a failure; zero for a success
}

/// @notice What a packet carries.
struct Transfer {
    address token; // on the chain it comes from
    bool returning; // whether that is the destination
    address sender;
    address receiver;
    uint256 amount; // 0 for a message alone
    uint64 callGas; // 0 without callData
    bytes callData;
}

/// @title Packets and their commitments, the same bytes at both ends.
library Packets {
    bytes32 internal constant PACKET_DOMAIN = keccak256("kumiai.bridge.packet.v1");
    bytes32 internal constant ACK_DOMAIN = keccak256("kumiai.bridge.ack.v1");
    // Slots of the mappings route => sequence => commitment, in every bridge's storage.
    uint256 internal constant COMMITMENTS_SLOT = 32;
    uint256 internal constant RECEIPTS_SLOT = 33;
    uint256 internal constant ACKNOWLEDGEMENTS_SLOT = 34;
    /// Bytes of a payload: a Transfer with `CALL_DATA_BYTES_MAX` of call data.
    uint256 internal constant CALL_DATA_BYTES_MAX = 8192;
    /// Words of an encoded Transfer before its call data.
    uint256 private constant HEAD_BYTES = 9 * 32;

    /// @notice What the source commits to: both ends and the packet, of fixed length.
    function commitmentOf(
        End memory source,
        End memory destination,
        Packet calldata packet
    ) internal pure returns (bytes32) {
        return
            commitmentOf(
                source,
                destination,
                packet.sequence,
                packet.timeoutS,
                keccak256(packet.payload)
            );
    }

    /// @notice The same, of a packet in pieces.
    function commitmentOf(
        End memory source,
        End memory destination,
        uint64 sequence,
        uint64 timeoutS,
        bytes32 payloadHash
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    PACKET_DOMAIN,
                    source.chainId,
                    source.bridge,
                    source.route,
                    destination.chainId,
                    destination.bridge,
                    destination.route,
                    sequence,
                    timeoutS,
                    payloadHash
                )
            );
    }

    /// @notice What the destination commits to when the outcome is final.
    function acknowledgementOf(
        bytes32 commitment,
        Acknowledgement memory acknowledgement
    ) internal pure returns (bytes32) {
        return
            keccak256(
                abi.encode(
                    ACK_DOMAIN,
                    commitment,
                    acknowledgement.success,
                    acknowledgement.payee,
                    acknowledgement.resultHash
                )
            );
    }

    /// @notice Storage slot of mapping[route][sequence], for a mapping at one of the three slots.
    function slotOf(uint256 mapping_, uint64 route, uint64 sequence) internal pure returns (bytes32) {
        bytes32 inner = keccak256(abi.encode(uint256(route), mapping_));
        return keccak256(abi.encode(uint256(sequence), inner));
    }

    /// @notice Read a payload; `fits` says whether it is exactly what encoding gives.
    function decode(bytes calldata payload) internal pure returns (bool fits, Transfer memory transfer) {
        if (payload.length < HEAD_BYTES || payload.length > HEAD_BYTES + CALL_DATA_BYTES_MAX) {
            return (false, transfer);
        }
        // Numbers are cut to their types here; encoding them again shows whether they fitted.
        transfer.token = address(uint160(_word(payload, 1)));
        transfer.returning = _word(payload, 2) != 0;
        transfer.sender = address(uint160(_word(payload, 3)));
        transfer.receiver = address(uint160(_word(payload, 4)));
        transfer.amount = _word(payload, 5);
        transfer.callGas = uint64(_word(payload, 6));
        uint256 size = _word(payload, 8);
        if (size > payload.length - HEAD_BYTES) return (false, transfer);
        transfer.callData = payload[HEAD_BYTES:HEAD_BYTES + size];
        fits = keccak256(abi.encode(transfer)) == keccak256(payload);
    }

    function _word(bytes calldata payload, uint256 number) private pure returns (uint256) {
        return uint256(bytes32(payload[32 * number:32 * number + 32]));
    }
}
