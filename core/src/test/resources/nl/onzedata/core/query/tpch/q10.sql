-- uses: tpch.customer.c_acctbal group, tpch.customer.c_acctbal show, tpch.customer.c_address group, tpch.customer.c_address show, tpch.customer.c_comment group, tpch.customer.c_comment show, tpch.customer.c_custkey group, tpch.customer.c_custkey link, tpch.customer.c_custkey show, tpch.customer.c_name group, tpch.customer.c_name show, tpch.customer.c_nationkey link, tpch.customer.c_phone group, tpch.customer.c_phone show, tpch.lineitem.l_discount measure, tpch.lineitem.l_discount show, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_extendedprice show, tpch.lineitem.l_orderkey link, tpch.lineitem.l_returnflag filter, tpch.nation.n_name group, tpch.nation.n_name show, tpch.nation.n_nationkey link, tpch.orders.o_custkey link, tpch.orders.o_orderdate filter, tpch.orders.o_orderkey link
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/customer.c_nationkey = tpch/nation.n_nationkey
SELECT c_custkey, c_name, SUM(l_extendedprice * (1 - l_discount)) AS revenue, c_acctbal, n_name, c_address, c_phone, c_comment
FROM tpch.customer, tpch.orders, tpch.lineitem, tpch.nation
WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND o_orderdate >= DATE '1993-10-01'
  AND o_orderdate < DATE '1993-10-01' + INTERVAL '3' MONTH AND l_returnflag = 'R' AND c_nationkey = n_nationkey
GROUP BY c_custkey, c_name, c_acctbal, c_phone, n_name, c_address, c_comment
ORDER BY revenue DESC
LIMIT 20
