import { BlockList, isIPv6 } from "node:net";

/**
 * Whether an IP address belongs to this machine, to a private network, or to no host that a reader elsewhere could reach;
 * the metadata services of clouds are among them. After the registries of special-purpose addresses (RFC 6890).
 */
export const isLocalAddress = (address: string): boolean =>
  SPECIAL.check(address, isIPv6(address) ? "ipv6" : "ipv4");

const SPECIAL_IPV4: readonly (readonly [string, number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

const SPECIAL_IPV6: readonly (readonly [string, number])[] = [
  ["::", 127],
  ["64:ff9b:1::", 48],
  ["100::", 64],
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["fc00::", 7],
  ["fe80::", 9],
  ["ff00::", 8],
];

const SPECIAL = new BlockList();
for (const [network, prefix] of SPECIAL_IPV4) {
  SPECIAL.addSubnet(network, prefix, "ipv4");
  // The same hosts as IPv6 writes them: mapped (RFC 4291) and behind a translator (RFC 6052).
  for (const wrapper of ["::ffff:", "64:ff9b::"]) {
    SPECIAL.addSubnet(`${wrapper}${network}`, 96 + prefix, "ipv6");
  }
}
for (const [network, prefix] of SPECIAL_IPV6) SPECIAL.addSubnet(network, prefix, "ipv6");
