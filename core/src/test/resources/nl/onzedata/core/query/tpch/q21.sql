-- uses: tpch.lineitem.l_commitdate filter, tpch.lineitem.l_orderkey link, tpch.lineitem.l_receiptdate filter, tpch.lineitem.l_suppkey filter, tpch.lineitem.l_suppkey link, tpch.nation.n_name filter, tpch.nation.n_nationkey link, tpch.orders.o_orderkey link, tpch.orders.o_orderstatus filter, tpch.supplier.s_name group, tpch.supplier.s_name show, tpch.supplier.s_nationkey link, tpch.supplier.s_suppkey link
-- joins: tpch/lineitem.l_orderkey = tpch/orders.o_orderkey, tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey, tpch/supplier.s_nationkey = tpch/nation.n_nationkey, tpch/lineitem.l_orderkey = tpch/lineitem.l_orderkey, tpch/lineitem.l_suppkey = tpch/lineitem.l_suppkey
SELECT s_name, COUNT(*) AS numwait
FROM tpch.supplier, tpch.lineitem l1, tpch.orders, tpch.nation
WHERE s_suppkey = l1.l_suppkey AND o_orderkey = l1.l_orderkey AND o_orderstatus = 'F'
  AND l1.l_receiptdate > l1.l_commitdate
  AND EXISTS (SELECT 1 FROM tpch.lineitem l2 WHERE l2.l_orderkey = l1.l_orderkey AND l2.l_suppkey <> l1.l_suppkey)
  AND NOT EXISTS (SELECT 1 FROM tpch.lineitem l3 WHERE l3.l_orderkey = l1.l_orderkey
    AND l3.l_suppkey <> l1.l_suppkey AND l3.l_receiptdate > l3.l_commitdate)
  AND s_nationkey = n_nationkey AND n_name = 'SAUDI ARABIA'
GROUP BY s_name
ORDER BY numwait DESC, s_name
LIMIT 100
