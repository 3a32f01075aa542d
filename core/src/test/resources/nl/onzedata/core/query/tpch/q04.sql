-- uses: tpch.lineitem.l_commitdate filter, tpch.lineitem.l_orderkey link, tpch.lineitem.l_receiptdate filter, tpch.orders.o_orderdate filter, tpch.orders.o_orderkey link, tpch.orders.o_orderpriority group, tpch.orders.o_orderpriority show
-- joins: tpch/lineitem.l_orderkey = tpch/orders.o_orderkey
SELECT o_orderpriority, COUNT(*) AS order_count
FROM tpch.orders
WHERE o_orderdate >= DATE '1993-07-01' AND o_orderdate < DATE '1993-07-01' + INTERVAL '3' MONTH
  AND EXISTS (SELECT 1 FROM tpch.lineitem WHERE l_orderkey = o_orderkey AND l_commitdate < l_receiptdate)
GROUP BY o_orderpriority
ORDER BY o_orderpriority
