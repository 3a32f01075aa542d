-- uses: tpch.lineitem.l_commitdate filter, tpch.lineitem.l_orderkey link, tpch.lineitem.l_receiptdate filter, tpch.lineitem.l_shipdate filter, tpch.lineitem.l_shipmode filter, tpch.lineitem.l_shipmode group, tpch.lineitem.l_shipmode show, tpch.orders.o_orderkey link, tpch.orders.o_orderpriority filter
-- joins: tpch/lineitem.l_orderkey = tpch/orders.o_orderkey
SELECT l_shipmode,
  SUM(CASE WHEN o_orderpriority = '1-URGENT' OR o_orderpriority = '2-HIGH' THEN 1 ELSE 0 END) AS high_line_count,
  SUM(CASE WHEN o_orderpriority <> '1-URGENT' AND o_orderpriority <> '2-HIGH' THEN 1 ELSE 0 END) AS low_line_count
FROM tpch.orders, tpch.lineitem
WHERE o_orderkey = l_orderkey AND l_shipmode IN ('MAIL', 'SHIP') AND l_commitdate < l_receiptdate
  AND l_shipdate < l_commitdate AND l_receiptdate >= DATE '1994-01-01'
  AND l_receiptdate < DATE '1994-01-01' + INTERVAL '1' YEAR
GROUP BY l_shipmode
ORDER BY l_shipmode
