// SPDX-License-Identifier: Apache-2.0
pragma solidity ^0.8.28;

/// What tracers have to tell apart, one function each.
contract Tracee {
    event Noted(uint256 indexed number, bytes text);
    error Custom(uint256 code);

    uint256 public count;
    mapping(uint256 => uint256) public words;
    Helper public helper;
    address public made;

    address public ender;

    constructor() payable {
        helper = new Helper();
        ender = _makeEnder();
    }

    /// A contract that is one instruction: SELFDESTRUCT in favour of its argument.
    function _makeEnder() private returns (address found) {
        bytes memory code = hex"63600435ff6000526004601cf3";
        assembly {
            found := create(0, add(code, 32), mload(code))
        }
    }

    function _heir(address heir) private pure returns (bytes memory) {
        return abi.encodeWithSignature("end(address)", heir);
    }

    receive() external payable {}

    function nested() external payable returns (uint256) {
        emit Noted(1, "before");
        count += 1;
        uint256 found = helper.twice{value: msg.value}(count);
        emit Noted(2, "after");
        words[found] = count;
        return found;
    }

    function delegated() external returns (uint256) {
        (bool ok, bytes memory out) =
            address(helper).delegatecall(abi.encodeCall(Helper.bump, (7)));
        require(ok);
        return abi.decode(out, (uint256));
    }

    function viewed() external view returns (bytes32) {
        return sha256(abi.encode(helper.peek()));
    }

    function caught() external returns (uint256 failures) {
        count += 1;
        try helper.fails(1) {} catch { failures += 1; }
        try helper.fails(2) {} catch { failures += 1; }
        try helper.fails{gas: 60000}(3) {} catch { failures += 1; }
        try helper.fails{gas: 30000}(4) {} catch { failures += 1; }
        try helper.fails(5) {} catch { failures += 1; }
        emit Noted(failures, "");
    }

    function reverts() external {
        count += 1;
        helper.twice(1);
        revert("not today");
    }

    function custom() external pure {
        revert Custom(5);
    }

    function create() external payable returns (address) {
        Helper first = new Helper();
        Helper second = new Helper{salt: bytes32(uint256(count))}();
        count += 1;
        try new Broken() {} catch {}
        made = address(first);
        return address(second);
    }

    function destroyed() external payable {
        (bool ok,) = _makeEnder().call{value: msg.value}(_heir(address(0xbeef)));
        require(ok);
    }

    function destroyOld() external payable {
        (bool ok,) = ender.call{value: msg.value}(_heir(address(0xcafe)));
        require(ok);
    }

    function poor() external returns (bool ok) {
        (ok,) = address(helper).call{value: 1000 ether}("");
    }

    function cleared() external {
        for (uint256 i = 0; i < 3; i++) {
            words[100 + i] = 1;
        }
        for (uint256 i = 0; i < 3; i++) {
            words[100 + i] = 0;
        }
    }

    function paid(address payable to) external payable {
        (bool ok,) = to.call{value: msg.value}("");
        require(ok);
    }
}

contract Helper {
    event Helped(address indexed who);
    uint256 public count;
    mapping(uint256 => uint256) public words;

    function twice(uint256 number) external payable returns (uint256) {
        emit Helped(msg.sender);
        return number * 2;
    }

    function bump(uint256 by) external returns (uint256) {
        emit Helped(msg.sender);
        count += by;
        return count;
    }

    function peek() external view returns (uint256) {
        return count + address(this).balance;
    }

    function fails(uint256 how) external {
        emit Helped(msg.sender);
        words[how] = 1;
        if (how == 1) revert("one");
        if (how == 2) assert(false);
        if (how == 3) assembly { invalid() }
        if (how == 4) { for (uint256 i = 0; ; i++) words[i] = i + 1; }
        if (how == 5) revert();
    }
}

contract Broken {
    constructor() {
        revert("no birth");
    }
}
