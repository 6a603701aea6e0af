// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Buckets} from "./Buckets.sol";
import {GatewayMoney} from "./GatewayMoney.sol";
import {Asset, Delayed, Route} from "./GatewayStorage.sol";
import {Proof} from "./IClient.sol";
import {IBridgeReceiver, IVoucherMaker} from "./IVoucher.sol";
import {Acknowledgement, Packet, Packets, Transfer} from "./Packets.sol";

/// @notice What a sender asks for.
struct Order {
    uint64 route;
    address token; // on this chain; zero for a message alone
    address receiver;
    uint256 amount;
    uint64 timeoutS; // on the destination's clock
    uint64 callGas; // 0 without callData
    bytes callData; // what the receiver is called with
    uint256 fee; // for who delivers and who acknowledges, in wei
}

/// @title One end of the bridge.
///
///     send --commitment--> deliver --receipt--> (release) --acknowledgement--> acknowledge
///               |                                                          refund on failure
///               +---------------- no receipt at the time out ------------> timeout: refund
///
/// @notice Anyone may carry packets; everything is proven against the other chain's state.
contract Gateway is GatewayMoney {
    using Buckets for *;

    event Sent(
        uint64 indexed route,
        uint64 indexed sequence,
        address indexed sender,
        uint64 timeoutS,
        bytes payload,
        uint256 fee
    );
    event FeeAdded(uint64 indexed route, uint64 indexed sequence, uint256 fee);
    event Received(uint64 indexed route, uint64 indexed sequence, bytes32 commitment);
    event Waiting(uint64 indexed route, uint64 indexed sequence, uint64 readyAtS);
    event Acknowledged(
        uint64 indexed route,
        uint64 indexed sequence,
        bool success,
        address payee,
        bytes32 resultHash,
        bytes reason
    );
    event Settled(uint64 indexed route, uint64 indexed sequence, bool success);
    event TimedOut(uint64 indexed route, uint64 indexed sequence);
    event CallRefused(uint256 indexed number, bytes reason);

    /// @notice The order asks for what no packet may say.
    error OrderRefused();
    /// @notice Less than the asset's minimum.
    error Dust(address token, uint256 amount, uint256 amountMin);
    /// @notice The coins sent along are not the fee and the amount.
    error ValueWrong(uint256 expected, uint256 found);
    /// @notice The time out is not within the limits.
    error TimeoutRefused(uint64 timeoutS);
    /// @notice No such packet is under way.
    error CommitmentUnknown(uint64 route, uint64 sequence);
    /// @notice The packet has been received already.
    error AlreadyReceived(uint64 route, uint64 sequence);
    /// @notice The packet may not be received any more.
    error PacketExpired(uint64 timeoutS);
    /// @notice The other chain's state is from before the time out.
    error NotTimedOut(uint64 timeoutS, uint64 stateTimeS);
    /// @notice No such transfer waits.
    error NothingWaits(uint64 route, uint64 sequence);
    /// @notice More than may leave now; later it may.
    error LimitReached(address token, uint256 amount, uint256 level);

    // Why a packet is refused for ever; these reach the sender's chain as a hash only.
    error PayloadRefused();
    error AssetUnknown(address token);
    error AmountRefused(uint256 amount);
    error ReceiverRefused(address receiver);
    error CallFailed(address receiver);
    error RefusedByGovernance();

    /// Seconds that a packet has at least, and at most.
    uint64 public constant TIMEOUT_S_MIN = 60;
    uint64 public constant TIMEOUT_S_MAX = 7 days;
    /// Gas that a message may ask for.
    uint64 public constant CALL_GAS_MAX = 2_000_000;

    constructor(IVoucherMaker maker) GatewayMoney(maker) {}

    /// @notice Send a transfer, a message, or both; returns its sequence on the route.
    function send(Order calldata order) external payable guarded returns (uint64 sequence) {
        Route storage route = _openRoute(order.route);
        if (route.remoteBridge == order.receiver || order.receiver == address(0)) revert OrderRefused();
        _checkTimes(order);
        Transfer memory transfer = _taken(order);
        sequence = route.nextSequence++;
        bytes memory payload = abi.encode(transfer);
        commitments[order.route][sequence] = Packets.commitmentOf(
            _here(order.route),
            _there(route),
            sequence,
            order.timeoutS,
            keccak256(payload)
        );
        fees[order.route][sequence] = order.fee;
        feesTotal += order.fee;
        emit Sent(order.route, sequence, msg.sender, order.timeoutS, payload, order.fee);
    }

    /// @notice Add to the fee of a packet that is under way.
    function addFee(uint64 route_, uint64 sequence) external payable guarded {
        if (commitments[route_][sequence] == 0) revert CommitmentUnknown(route_, sequence);
        fees[route_][sequence] += msg.value;
        feesTotal += msg.value;
        emit FeeAdded(route_, sequence, msg.value);
    }

    /// @notice Receive a packet that the other chain has committed to.
    /// @param payee Whom the other chain pays for this.
    function deliver(uint64 route_, Packet calldata packet, Proof calldata proof, address payee) external guarded {
        Route storage route = _openRoute(route_);
        if (payee == address(0) || packet.sequence == 0) revert OrderRefused();
        if (block.timestamp >= packet.timeoutS) revert PacketExpired(packet.timeoutS);
        if (receipts[route_][packet.sequence] != 0) revert AlreadyReceived(route_, packet.sequence);
        bytes32 commitment = Packets.commitmentOf(_there(route), _here(route_), packet);
        route.client.verifyMembership(
            proof,
            route.remoteBridge,
            Packets.slotOf(Packets.COMMITMENTS_SLOT, route.remoteRoute, packet.sequence),
            commitment
        );
        receipts[route_][packet.sequence] = commitment;
        emit Received(route_, packet.sequence, commitment);
        _decide(route_, packet, payee);
    }

    /// @notice Let a large transfer go that has waited long enough.
    function release(uint64 route_, Packet calldata packet) external guarded {
        Route storage route = _openRoute(route_);
        Delayed memory waiting = delayed[route_][packet.sequence];
        if (waiting.readyAtS == 0) revert NothingWaits(route_, packet.sequence);
        if (block.timestamp < waiting.readyAtS) revert TooEarly(waiting.readyAtS);
        bytes32 commitment = Packets.commitmentOf(_there(route), _here(route_), packet);
        if (receipts[route_][packet.sequence] != commitment) revert NothingWaits(route_, packet.sequence);
        delete delayed[route_][packet.sequence];
        (, Transfer memory transfer) = Packets.decode(packet.payload);
        _perform(route_, packet.sequence, waiting.payee, transfer);
    }

    /// @notice Refuse a large transfer that waits: its sender gets it back.
    /// @dev Of a killed route nothing is released, so anyone may send it back.
    function refuse(uint64 route_, uint64 sequence) external guarded {
        if (msg.sender != governor && !_routeOf(route_).isKilled) revert NotAllowed(msg.sender);
        Delayed memory waiting = delayed[route_][sequence];
        if (waiting.readyAtS == 0) revert NothingWaits(route_, sequence);
        delete delayed[route_][sequence];
        _fail(route_, sequence, waiting.payee, abi.encodePacked(RefusedByGovernance.selector));
    }

    /// @notice Settle a packet by what became of it; a failure gives back what was taken.
    function acknowledge(
        uint64 route_,
        Packet calldata packet,
        Acknowledgement calldata acknowledgement,
        Proof calldata proof
    ) external guarded {
        (Route storage route, bytes32 commitment) = _sent(route_, packet);
        route.client.verifyMembership(
            proof,
            route.remoteBridge,
            Packets.slotOf(Packets.ACKNOWLEDGEMENTS_SLOT, route.remoteRoute, packet.sequence),
            Packets.acknowledgementOf(commitment, acknowledgement)
        );
        delete commitments[route_][packet.sequence];
        emit Settled(route_, packet.sequence, acknowledgement.success);
        uint256 fee = _takeFee(route_, packet.sequence);
        if (!acknowledgement.success) _refund(route_, packet.payload);
        // The odd wei is the payee's.
        _payFee(acknowledgement.payee, fee - fee / 2);
        _payFee(msg.sender, fee / 2);
    }

    /// @notice Give back what was taken for a packet that was not received in time.
    function timeout(uint64 route_, Packet calldata packet, Proof calldata proof) external guarded {
        (Route storage route, ) = _sent(route_, packet);
        uint64 stateTimeS = route.client.verifyAbsence(
            proof,
            route.remoteBridge,
            Packets.slotOf(Packets.RECEIPTS_SLOT, route.remoteRoute, packet.sequence)
        );
        if (stateTimeS < packet.timeoutS) revert NotTimedOut(packet.timeoutS, stateTimeS);
        delete commitments[route_][packet.sequence];
        emit TimedOut(route_, packet.sequence);
        uint256 fee = _takeFee(route_, packet.sequence);
        address sender = _refund(route_, packet.payload);
        _payFee(sender, fee - fee / 2);
        _payFee(msg.sender, fee / 2);
    }

    /// @notice Make many calls in one transaction; one that is refused undoes itself alone.
    /// @dev Not payable: coins sent along once would count in each call. Every call shuts the door
    /// behind itself, so this is no way around it. Too little gas refuses all of it, so that an
    /// estimate finds how much is needed.
    function multicall(bytes[] calldata calls) external outside {
        for (uint256 i = 0; i < calls.length; i++) {
            (bool done, bytes memory reason) = address(this).delegatecall(calls[i]);
            if (done) continue;
            if (reason.length < 4 || bytes4(reason) == GasTooLow.selector) revert GasTooLow();
            emit CallRefused(i, reason);
        }
    }

    /// @notice Credit a transfer and call its receiver: what is undone when anything fails.
    /// @dev Only the gateway calls this, so that one revert undoes it all.
    function perform(uint64 route_, Transfer calldata transfer) external {
        if (msg.sender != address(this)) revert NotAllowed(msg.sender);
        address token = transfer.amount == 0 ? address(0) : _localOf(route_, transfer.token, transfer.returning);
        if (transfer.amount != 0) _give(route_, token, transfer.receiver, transfer.amount);
        if (transfer.callData.length == 0) return;
        bytes memory data = abi.encodeCall(
            IBridgeReceiver.onBridgeTransfer,
            (routes[route_].remoteChainId, route_, transfer.sender, token, transfer.amount, transfer.callData)
        );
        (bool done, uint256 size, uint256 word) = _callOut(transfer.receiver, 0, data, transfer.callGas);
        bool isAnswered = size >= 32 && bytes32(word) == bytes32(IBridgeReceiver.onBridgeTransfer.selector);
        if (!done || !isAnswered) revert CallFailed(transfer.receiver);
    }

    /// @notice What may leave of an asset now.
    function levelOf(uint64 route_, address token) external view returns (uint256) {
        return assets[route_][token].bucket.levelOf();
    }

    /// @notice Storage slot of a commitment, receipt or acknowledgement (mappings 32, 33, 34).
    function slotOf(uint256 mapping_, uint64 route_, uint64 sequence) external pure returns (bytes32) {
        return Packets.slotOf(mapping_, route_, sequence);
    }

    function _checkTimes(Order calldata order) private view {
        uint256 nowS = block.timestamp;
        bool fits = order.timeoutS >= nowS + TIMEOUT_S_MIN && order.timeoutS <= nowS + TIMEOUT_S_MAX;
        if (!fits) revert TimeoutRefused(order.timeoutS);
    }

    /// @dev Take what an order says and put it into words.
    function _taken(Order calldata order) private returns (Transfer memory transfer) {
        bool hasCall = order.callData.length != 0;
        if (hasCall != (order.callGas != 0) || order.callGas > CALL_GAS_MAX) revert OrderRefused();
        if (order.callData.length > Packets.CALL_DATA_BYTES_MAX) revert OrderRefused();
        uint256 coins = order.fee + (order.token == COIN ? order.amount : 0);
        if (msg.value != coins) revert ValueWrong(coins, msg.value);
        transfer.sender = msg.sender;
        transfer.receiver = order.receiver;
        (transfer.callGas, transfer.callData) = (order.callGas, order.callData);
        if (order.amount == 0) {
            if (order.token != address(0) || !hasCall) revert OrderRefused();
            return transfer;
        }
        Asset storage asset = assets[order.route][order.token];
        if (!asset.isKnown) revert AssetUnknown(order.token);
        transfer.amount = _take(order.route, order.token, order.amount);
        if (transfer.amount < asset.amountMin) revert Dust(order.token, transfer.amount, asset.amountMin);
        transfer.returning = asset.isVoucher;
        transfer.token = asset.isVoucher ? asset.remoteToken : order.token;
    }

    /// @dev Decide what becomes of a received packet: refused, kept waiting, or performed.
    function _decide(uint64 route_, Packet calldata packet, address payee) private {
        (bool fits, Transfer memory transfer) = Packets.decode(packet.payload);
        bytes memory reason = fits
            ? _refusal(route_, transfer)
            : abi.encodePacked(PayloadRefused.selector);
        if (reason.length != 0) return _fail(route_, packet.sequence, payee, reason);
        Asset storage asset = assets[route_][_localOf(route_, transfer.token, transfer.returning)];
        if (asset.delayFrom != 0 && transfer.amount >= asset.delayFrom) {
            uint64 readyAtS = uint64(block.timestamp) + asset.delayS;
            delayed[route_][packet.sequence] = Delayed(readyAtS, payee);
            emit Waiting(route_, packet.sequence, readyAtS);
            return;
        }
        _perform(route_, packet.sequence, payee, transfer);
    }

    /// @dev Why a transfer can never be performed, or nothing.
    function _refusal(uint64 route_, Transfer memory transfer) private view returns (bytes memory) {
        bool hasCall = transfer.callData.length != 0;
        if (hasCall != (transfer.callGas != 0) || transfer.callGas > CALL_GAS_MAX) {
            return abi.encodePacked(PayloadRefused.selector);
        }
        if (!_mayReceive(transfer.receiver, hasCall)) {
            return abi.encodeWithSelector(ReceiverRefused.selector, transfer.receiver);
        }
        if (transfer.amount == 0) {
            bool isMessage = hasCall && transfer.token == address(0) && !transfer.returning;
            return isMessage ? bytes("") : abi.encodePacked(PayloadRefused.selector);
        }
        Asset storage asset = assets[route_][_localOf(route_, transfer.token, transfer.returning)];
        if (!asset.isKnown || asset.isVoucher == transfer.returning) {
            return abi.encodeWithSelector(AssetUnknown.selector, transfer.token);
        }
        // What is above the bucket, or above the escrow, no waiting makes right.
        bool isCovered = asset.isVoucher || transfer.amount <= asset.outstanding;
        if (!isCovered || transfer.amount > asset.bucket.capacity) {
            return abi.encodeWithSelector(AmountRefused.selector, transfer.amount);
        }
        return "";
    }

    /// @dev Poly Network, 2021: a message must not reach what obeys the bridge.
    function _mayReceive(address receiver, bool hasCall) private view returns (bool) {
        if (receiver == address(0) || receiver == address(this) || receiver == address(voucherMaker)) return false;
        if (registrations[receiver] != 0) return false;
        return !hasCall || receiver.code.length != 0;
    }

    /// @dev Perform a transfer and write down what came of it.
    function _perform(uint64 route_, uint64 sequence, address payee, Transfer memory transfer) private {
        Asset storage asset = assets[route_][_localOf(route_, transfer.token, transfer.returning)];
        if (transfer.amount != 0 && !asset.bucket.take(transfer.amount)) {
            revert LimitReached(transfer.token, transfer.amount, asset.bucket.levelOf());
        }
        try this.perform(route_, transfer) {
            _acknowledge(route_, sequence, Acknowledgement(true, payee, 0), "");
        } catch (bytes memory reason) {
            // Who delivers cannot make a packet fail by sending little gas along.
            if (reason.length < 4 || bytes4(reason) == GasTooLow.selector) revert GasTooLow();
            if (transfer.amount != 0) asset.bucket.putBack(transfer.amount);
            _fail(route_, sequence, payee, reason);
        }
    }

    function _fail(uint64 route_, uint64 sequence, address payee, bytes memory reason) private {
        _acknowledge(route_, sequence, Acknowledgement(false, payee, keccak256(reason)), reason);
    }

    function _acknowledge(
        uint64 route_,
        uint64 sequence,
        Acknowledgement memory outcome,
        bytes memory reason
    ) private {
        bytes32 commitment = receipts[route_][sequence];
        acknowledgements[route_][sequence] = Packets.acknowledgementOf(commitment, outcome);
        emit Acknowledged(route_, sequence, outcome.success, outcome.payee, outcome.resultHash, reason);
    }

    /// @dev An own packet that is under way.
    function _sent(uint64 route_, Packet calldata packet) private view returns (Route storage route, bytes32 commitment) {
        route = _routeOf(route_);
        commitment = Packets.commitmentOf(_here(route_), _there(route), packet);
        if (commitments[route_][packet.sequence] != commitment) {
            revert CommitmentUnknown(route_, packet.sequence);
        }
    }

    function _takeFee(uint64 route_, uint64 sequence) private returns (uint256 fee) {
        fee = fees[route_][sequence];
        delete fees[route_][sequence];
        feesTotal -= fee;
    }

    /// @dev Restore exactly what `_taken` took; neither limits nor a pause stand in the way.
    function _refund(uint64 route_, bytes calldata payload) private returns (address sender) {
        (, Transfer memory transfer) = Packets.decode(payload);
        if (transfer.amount != 0) {
            // What is abroad was taken here as a voucher, and the other way round.
            address token = transfer.returning ? vouchers[route_][transfer.token] : transfer.token;
            _giveBack(route_, token, transfer.sender, transfer.amount);
        }
        return transfer.sender;
    }

    /// @dev What an arriving transfer is here: the own token that returns, or the other's voucher.
    function _localOf(uint64 route_, address token, bool returning) private view returns (address) {
        return returning ? token : vouchers[route_][token];
    }
}
