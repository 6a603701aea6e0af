// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.20;

interface IToken {
    function balanceOf(address account) external view returns (uint256);
    function transfer(address to, uint256 value) external returns (bool);
    function transferFrom(address from, address to, uint256 value) external returns (bool);
}

interface ICallee {
    function swapped(address sender, uint256 out0, uint256 out1, bytes calldata data) external;
}

/// @notice A pool of two tokens whose product of reserves never falls: the well-known exchange.
contract Pair {
    event Swap(
        address indexed sender, uint256 in0, uint256 in1, uint256 out0, uint256 out1, address indexed to
    );
    event Sync(uint112 reserve0, uint112 reserve1);

    address public immutable token0;
    address public immutable token1;
    uint112 private _reserve0;
    uint112 private _reserve1;
    uint32 private _lastTime;
    uint256 public price0Sum;
    uint256 public price1Sum;
    uint256 private _open = 1;

    modifier lock() {
        require(_open == 1, "locked");
        _open = 0;
        _;
        _open = 1;
    }

    constructor(address first, address second) {
        token0 = first;
        token1 = second;
    }

    function getReserves() public view returns (uint112, uint112, uint32) {
        return (_reserve0, _reserve1, _lastTime);
    }

    /// @notice Take what was sent here as reserves.
    function sync() external lock {
        _update(
            IToken(token0).balanceOf(address(this)),
            IToken(token1).balanceOf(address(this)),
            _reserve0,
            _reserve1
        );
    }

    /// @notice Give out tokens against those that were sent before, or that the callback sends.
    function swap(uint256 out0, uint256 out1, address to, bytes calldata data) external lock {
        require(out0 > 0 || out1 > 0, "nothing wanted");
        (uint112 reserve0, uint112 reserve1,) = getReserves();
        require(out0 < reserve0 && out1 < reserve1, "too much wanted");
        uint256 held0;
        uint256 held1;
        {
            address first = token0;
            address second = token1;
            require(to != first && to != second, "wrong receiver");
            if (out0 > 0) _send(first, to, out0);
            if (out1 > 0) _send(second, to, out1);
            if (data.length > 0) ICallee(to).swapped(msg.sender, out0, out1, data);
            held0 = IToken(first).balanceOf(address(this));
            held1 = IToken(second).balanceOf(address(this));
        }
        uint256 in0 = held0 > reserve0 - out0 ? held0 - (reserve0 - out0) : 0;
        uint256 in1 = held1 > reserve1 - out1 ? held1 - (reserve1 - out1) : 0;
        require(in0 > 0 || in1 > 0, "nothing paid");
        {
            uint256 left0 = held0 * 1000 - in0 * 3;
            uint256 left1 = held1 * 1000 - in1 * 3;
            require(left0 * left1 >= uint256(reserve0) * reserve1 * 1000 ** 2, "too little paid");
        }
        _update(held0, held1, reserve0, reserve1);
        emit Swap(msg.sender, in0, in1, out0, out1, to);
    }

    function _send(address token, address to, uint256 value) private {
        (bool done, bytes memory answer) =
            token.call(abi.encodeWithSelector(IToken.transfer.selector, to, value));
        require(done && (answer.length == 0 || abi.decode(answer, (bool))), "transfer failed");
    }

    function _update(uint256 held0, uint256 held1, uint112 reserve0, uint112 reserve1) private {
        require(held0 <= type(uint112).max && held1 <= type(uint112).max, "overflow");
        uint32 time = uint32(block.timestamp);
        unchecked {
            uint32 passed = time - _lastTime;
            if (passed > 0 && reserve0 != 0 && reserve1 != 0) {
                price0Sum += ((uint256(reserve1) << 112) / reserve0) * passed;
                price1Sum += ((uint256(reserve0) << 112) / reserve1) * passed;
            }
        }
        _reserve0 = uint112(held0);
        _reserve1 = uint112(held1);
        _lastTime = time;
        emit Sync(uint112(held0), uint112(held1));
    }
}

/// @notice Who swaps for somebody: takes the tokens, asks the pool for its reserves, swaps.
contract Router {
    function amountOut(uint256 paidIn, uint256 reserveIn, uint256 reserveOut)
        public
        pure
        returns (uint256)
    {
        require(paidIn > 0 && reserveIn > 0 && reserveOut > 0, "empty");
        uint256 counted = paidIn * 997;
        return (counted * reserveOut) / (reserveIn * 1000 + counted);
    }

    function swap(address pair, bool firstIn, uint256 paidIn, uint256 leastOut, address to)
        public
        returns (uint256 found)
    {
        (uint112 reserve0, uint112 reserve1,) = Pair(pair).getReserves();
        address token = firstIn ? Pair(pair).token0() : Pair(pair).token1();
        found = firstIn
            ? amountOut(paidIn, reserve0, reserve1)
            : amountOut(paidIn, reserve1, reserve0);
        require(found >= leastOut, "too little found");
        require(IToken(token).transferFrom(msg.sender, pair, paidIn), "not paid");
        (uint256 out0, uint256 out1) = firstIn ? (uint256(0), found) : (found, uint256(0));
        Pair(pair).swap(out0, out1, to, new bytes(0));
    }

    /// @notice Many swaps there and back in one call: what a workload measures.
    function swapMany(address pair, uint256 paidIn, uint256 count) external {
        for (uint256 i = 0; i < count; ++i) {
            swap(pair, i & 1 == 0, paidIn, 0, msg.sender);
        }
    }
}
