-- uses: tpch.customer.c_custkey link, tpch.customer.c_mktsegment filter, tpch.lineitem.l_discount measure, tpch.lineitem.l_discount show, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_extendedprice show, tpch.lineitem.l_orderkey group, tpch.lineitem.l_orderkey link, tpch.lineitem.l_orderkey show, tpch.lineitem.l_shipdate filter, tpch.orders.o_custkey link, tpch.orders.o_orderdate filter, tpch.orders.o_orderdate group, tpch.orders.o_orderdate show, tpch.orders.o_orderkey link, tpch.orders.o_shippriority group, tpch.orders.o_shippriority show
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey
SELECT l_orderkey, SUM(l_extendedprice * (1 - l_discount)) AS revenue, o_orderdate, o_shippriority
FROM tpch.customer, tpch.orders, tpch.lineitem
WHERE c_mktsegment = 'BUILDING' AND c_custkey = o_custkey AND l_orderkey = o_orderkey
  AND o_orderdate < DATE '1995-03-15' AND l_shipdate > DATE '1995-03-15'
GROUP BY l_orderkey, o_orderdate, o_shippriority
ORDER BY revenue DESC, o_orderdate
LIMIT 10
