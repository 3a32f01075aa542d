-- uses: tpch.customer.c_custkey group, tpch.customer.c_custkey link, tpch.customer.c_custkey show, tpch.customer.c_name group, tpch.customer.c_name show, tpch.lineitem.l_orderkey group, tpch.lineitem.l_orderkey link, tpch.lineitem.l_quantity filter, tpch.lineitem.l_quantity measure, tpch.orders.o_custkey link, tpch.orders.o_orderdate group, tpch.orders.o_orderdate show, tpch.orders.o_orderkey group, tpch.orders.o_orderkey link, tpch.orders.o_orderkey show, tpch.orders.o_totalprice group, tpch.orders.o_totalprice show
-- joins: tpch/orders.o_custkey = tpch/customer.c_custkey, tpch/lineitem.l_orderkey = tpch/orders.o_orderkey
SELECT c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice, SUM(l_quantity) AS quantity
FROM tpch.customer, tpch.orders, tpch.lineitem
WHERE o_orderkey IN (SELECT l_orderkey FROM tpch.lineitem GROUP BY l_orderkey HAVING SUM(l_quantity) > 300)
  AND c_custkey = o_custkey AND o_orderkey = l_orderkey
GROUP BY c_name, c_custkey, o_orderkey, o_orderdate, o_totalprice
ORDER BY o_totalprice DESC, o_orderdate
LIMIT 100
