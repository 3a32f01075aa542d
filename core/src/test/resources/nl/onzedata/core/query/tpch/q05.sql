-- uses: tpch.customer.c_custkey link, tpch.customer.c_nationkey link, tpch.lineitem.l_discount measure, tpch.lineitem.l_discount show, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_extendedprice show, tpch.lineitem.l_orderkey link, tpch.lineitem.l_suppkey link, tpch.nation.n_name group, tpch.nation.n_name show, tpch.nation.n_nationkey link, tpch.nation.n_regionkey link, tpch.orders.o_custkey link, tpch.orders.o_orderdate filter, tpch.orders.o_orderkey link, tpch.region.r_name filter, tpch.region.r_regionkey link, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey, tpch/nation.n_regionkey = tpch/region.r_regionkey, tpch/customer.c_nationkey = tpch/supplier.s_nationkey
SELECT n_name, SUM(l_extendedprice * (1 - l_discount)) AS revenue
FROM tpch.customer, tpch.orders, tpch.lineitem, tpch.supplier, tpch.nation, tpch.region
WHERE c_custkey = o_custkey AND l_orderkey = o_orderkey AND l_suppkey = s_suppkey AND c_nationkey = s_nationkey
  AND s_nationkey = n_nationkey AND n_regionkey = r_regionkey AND r_name = 'ASIA'
  AND o_orderdate >= DATE '1994-01-01' AND o_orderdate < DATE '1994-01-01' + INTERVAL '1' YEAR
GROUP BY n_name
ORDER BY revenue DESC
