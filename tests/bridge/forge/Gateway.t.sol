// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

import {Bucket, Buckets} from "../../../bridge/gateway/Buckets.sol";
import {Gateway, Order} from "../../../bridge/gateway/Gateway.sol";
import {GatewayGovernance} from "../../../bridge/gateway/GatewayGovernance.sol";
import {Limits} from "../../../bridge/gateway/GatewayStorage.sol";
import {IClient, Proof} from "../../../bridge/gateway/IClient.sol";
import {Acknowledgement, Packet, Transfer} from "../../../bridge/gateway/Packets.sol";
import {IVoucherMaker} from "../../../bridge/gateway/IVoucher.sol";
import {Proxy} from "../../../bridge/gateway/Proxy.sol";
import {Voucher} from "../../../modules/bridge/voucher/Voucher.sol";
import {VoucherMaker} from "../../../modules/bridge/voucher/VoucherMaker.sol";
import {PlainToken} from "../contracts/Tokens.sol";
import {Cheating} from "./Cheats.sol";

/// @notice A client that believes whatever it is asked: the other chain may lie as it likes.
contract Believer is IClient {
    uint256 public constant remoteChainId = 77;
    uint64 public constant latestHeight = 1;
    bool public constant isLive = true;

    function verifyMembership(Proof calldata, address, bytes32, bytes32) external view {}

    function verifyAbsence(Proof calldata, address, bytes32) external pure returns (uint64) {
        return type(uint64).max;
    }
}

/// @notice Any calls in any order upon a gateway whose other side says anything.
contract GatewayTest is Cheating {
    using Buckets for *;

    address private constant COIN = 0xEeeeeEeeeEeEeeEeEeEeeEEEeeeeEeeeeeeeEEeE;
    address private constant REMOTE_TOKEN = address(0x804);
    address private constant BRIDGE = address(0x802);
    uint64 private constant ROUTE = 1;
    uint256 private constant CAPACITY = 1_000_000;
    uint256 private constant REFILL = 10;

    Gateway private _gateway;
    PlainToken private _token;
    Voucher private _voucher;
    Bucket private _bucket;
    Packet[] private _sent;
    uint256 private _startS;

    function setUp() public {
        vm.warp(1_800_000_000);
        _startS = block.timestamp;
        Gateway code = new Gateway(IVoucherMaker(address(new VoucherMaker())));
        bytes memory begin = abi.encodeCall(GatewayGovernance.initialise, (address(this), address(1)));
        _gateway = Gateway(address(new Proxy(address(code), address(this), 2 days, begin)));
        _gateway.openRoute(77, BRIDGE, 9, new Believer());
        Limits memory limits = Limits(CAPACITY, REFILL, 1, CAPACITY / 2, 60);
        _token = new PlainToken();
        _gateway.registerToken(ROUTE, COIN, limits);
        _gateway.registerToken(ROUTE, address(_token), limits);
        _voucher = Voucher(_gateway.registerVoucher(ROUTE, REMOTE_TOKEN, "A", "A", 18, limits));
        vm.deal(address(this), 1e30);
        _token.mint(address(this), 1e30);
        _token.approve(address(_gateway), type(uint256).max);
    }

    receive() external payable {}

    /// Whatever is called, the gateway has exactly what it owes, and no limit is passed.
    function testFuzz_TheBooksBalance(uint256[12] calldata seeds) external {
        uint256 minted;
        for (uint256 i = 0; i < seeds.length; i++) {
            uint256 kind = seeds[i] % 6;
            if (kind < 2) _send(seeds[i] >> 8);
            else if (kind == 2) _deliver(seeds[i] >> 8, uint64(i + 1));
            else if (kind == 3) _settle(seeds[i] >> 8);
            else if (kind == 4) _release(seeds[i] >> 8, uint64(i));
            else vm.warp(block.timestamp + (seeds[i] >> 8) % 4_000);
            _check();
            minted = _voucher.totalSupply();
            uint256 elapsedS = block.timestamp - _startS;
            // Refunds mint as well, but never more than was burnt before.
            require(minted <= CAPACITY + REFILL * elapsedS, "more left than the limit");
        }
    }

    /// No order of takings takes more than capacity and refill.
    function testFuzz_ABucketHolds(uint128 capacity, uint128 refill, uint128[10] calldata wishes) external {
        _bucket.set(capacity, refill);
        uint256 taken;
        uint256 startS = block.timestamp;
        for (uint256 i = 0; i < wishes.length; i++) {
            uint256 level = _bucket.levelOf();
            require(level <= capacity, "fuller than full");
            uint256 wish = i % 2 == 0 ? wishes[i] : wishes[i] % (uint256(capacity) + 1);
            bool done = _bucket.take(wish);
            require(done == (wish <= level), "not by its level");
            if (done) taken += wish;
            require(taken <= capacity + uint256(refill) * (block.timestamp - startS), "too much");
            if (i % 3 == 2 && done) {
                _bucket.putBack(wish);
                taken -= wish;
            }
            vm.warp(block.timestamp + wishes[i] % 100);
        }
    }

    /// A packet is settled once, by a refund or by a success, whatever the other side claims.
    function testFuzz_APacketIsSettledOnce(uint96 amount, bool isFirst, bool isSecond, uint256 fee) external {
        fee = fee % 1e18;
        uint256 before = _token.balanceOf(address(this));
        Packet memory packet = _order(address(_token), uint256(amount) + 1, fee);
        _acknowledge(packet, isFirst);
        uint256 expected = isFirst ? before - amount - 1 : before;
        require(_token.balanceOf(address(this)) == expected, "not refunded to the unit");
        try this.acknowledge(packet, isSecond) {
            revert("settled twice");
        } catch {}
        try this.timeout(packet) {
            revert("settled twice");
        } catch {}
        _check();
    }

    /// Of many calls at once each does what it would have done alone; a refused one undoes itself.
    function testFuzz_ManyCallsAreAsOneByOne(uint256 seed, uint8 count) external {
        bytes[] memory calls = new bytes[](count % 12);
        for (uint256 i = 0; i < calls.length; i++) {
            bool isLate = (seed >> i) & 1 != 0;
            uint64 sequence = uint64(i + 1 - ((seed >> (16 + i)) & 1)); // some twice, and the 0th
            uint64 timeoutS = uint64(block.timestamp + (isLate ? 0 : 1));
            Packet memory packet = Packet(sequence, timeoutS, abi.encode(seed, i));
            calls[i] = abi.encodeCall(Gateway.deliver, (ROUTE, packet, _proof(), address(4)));
        }
        _gateway.multicall(calls);
        for (uint64 sequence = 0; sequence <= calls.length; sequence++) {
            bool isSome;
            for (uint256 i = 0; i < calls.length; i++) {
                bool isIt = i + 1 - ((seed >> (16 + i)) & 1) == sequence;
                if (isIt && sequence != 0 && (seed >> i) & 1 == 0) isSome = true;
            }
            require((_gateway.receipts(ROUTE, sequence) != 0) == isSome, "another outcome");
        }
        _check();
    }

    function acknowledge(Packet calldata packet, bool success) external {
        _acknowledge(packet, success);
    }

    function timeout(Packet calldata packet) external {
        _gateway.timeout(ROUTE, packet, _proof());
    }

    function _send(uint256 seed) private {
        address[3] memory tokens = [COIN, address(_token), address(_voucher)];
        address token = tokens[seed % 3];
        uint256 amount = 1 + (seed >> 8) % CAPACITY;
        if (token == address(_voucher) && amount > _voucher.balanceOf(address(this))) return;
        _sent.push(_order(token, amount, (seed >> 40) % 1_000));
    }

    function _order(address token, uint256 amount, uint256 fee) private returns (Packet memory) {
        uint64 timeoutS = uint64(block.timestamp + 3_600);
        Order memory order = Order(ROUTE, token, address(3), amount, timeoutS, 0, "", fee);
        uint256 value = fee + (token == COIN ? amount : 0);
        uint64 sequence = _gateway.send{value: value}(order);
        bool returning = token == address(_voucher);
        address named = returning ? REMOTE_TOKEN : token;
        Transfer memory transfer = Transfer(named, returning, address(this), address(3), amount, 0, "");
        return Packet(sequence, timeoutS, abi.encode(transfer));
    }

    function _deliver(uint256 seed, uint64 sequence) private {
        address[4] memory tokens = [COIN, address(_token), REMOTE_TOKEN, address(uint160(seed))];
        bool returning = seed % 4 < 2 ? seed & 256 == 0 : seed & 256 != 0 && seed & 512 != 0;
        Transfer memory transfer = Transfer(
            tokens[seed % 4],
            returning,
            address(3),
            address(this),
            (seed >> 16) % (CAPACITY + 10),
            0,
            ""
        );
        Packet memory packet = Packet(sequence, uint64(block.timestamp + 1), abi.encode(transfer));
        try _gateway.deliver(ROUTE, packet, _proof(), address(4)) {
            require(_gateway.receipts(ROUTE, sequence) != 0, "no receipt");
            try _gateway.deliver(ROUTE, packet, _proof(), address(4)) {
                revert("received twice");
            } catch {}
        } catch {
            require(_gateway.receipts(ROUTE, sequence) == 0, "a receipt of nothing");
        }
    }

    function _settle(uint256 seed) private {
        if (_sent.length == 0) return;
        Packet memory packet = _sent[seed % _sent.length];
        if (_gateway.commitments(ROUTE, packet.sequence) == 0) return;
        // Where the other side had the escrow released, and then calls the packet failed, the route
        // has too little left, and pays nothing that is another's.
        bool isSuccess = seed & 256 == 0 && seed & 512 != 0;
        bool isPaid = isSuccess || _isCovered(packet);
        try this.settle(packet, seed & 256 != 0, isSuccess) {
            require(isPaid, "paid what the route does not hold");
            require(_gateway.commitments(ROUTE, packet.sequence) == 0, "not settled");
        } catch {
            require(!isPaid, "a refund was refused");
            require(_gateway.commitments(ROUTE, packet.sequence) != 0, "settled without a refund");
        }
    }

    function settle(Packet calldata packet, bool isTimeout, bool success) external {
        if (isTimeout) _gateway.timeout(ROUTE, packet, _proof());
        else _acknowledge(packet, success);
    }

    function _isCovered(Packet memory packet) private view returns (bool) {
        Transfer memory transfer = abi.decode(packet.payload, (Transfer));
        if (transfer.returning) return true;
        (, , , , , , uint256 outstanding, ) = _gateway.assets(ROUTE, transfer.token);
        return transfer.amount <= outstanding;
    }

    function _release(uint256 seed, uint64 sequence) private {
        (uint64 readyAtS, ) = _gateway.delayed(ROUTE, sequence);
        if (readyAtS == 0) return;
        if (seed % 2 == 0) _gateway.refuse(ROUTE, sequence);
        require(_gateway.receipts(ROUTE, sequence) != 0, "waits without a receipt");
    }

    function _acknowledge(Packet memory packet, bool success) private {
        Acknowledgement memory outcome = Acknowledgement(success, address(4), 0);
        _gateway.acknowledge(ROUTE, packet, outcome, _proof());
    }

    function _check() private view {
        uint256 coins = _gateway.held(COIN) + _gateway.feesTotal();
        require(address(_gateway).balance == coins, "coins are missing");
        require(_token.balanceOf(address(_gateway)) == _gateway.held(address(_token)), "tokens are missing");
        (, , , , , , uint256 minted, ) = _gateway.assets(ROUTE, address(_voucher));
        require(_voucher.totalSupply() == minted, "vouchers from nowhere");
    }

    function _proof() private pure returns (Proof memory proof) {}
}
