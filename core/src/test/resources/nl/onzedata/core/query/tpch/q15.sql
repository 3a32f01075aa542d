-- uses: tpch.lineitem.l_discount filter, tpch.lineitem.l_discount measure, tpch.lineitem.l_extendedprice filter, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_shipdate filter, tpch.lineitem.l_suppkey group, tpch.lineitem.l_suppkey link, tpch.supplier.s_address show, tpch.supplier.s_name show, tpch.supplier.s_phone show, tpch.supplier.s_suppkey link, tpch.supplier.s_suppkey show
-- joins: tpch/lineitem.l_suppkey = tpch/supplier.s_suppkey
WITH revenue AS (
  SELECT l_suppkey AS supplier_no, SUM(l_extendedprice * (1 - l_discount)) AS total_revenue
  FROM tpch.lineitem
  WHERE l_shipdate >= DATE '1996-01-01' AND l_shipdate < DATE '1996-01-01' + INTERVAL '3' MONTH
  GROUP BY l_suppkey)
SELECT s_suppkey, s_name, s_address, s_phone, total_revenue
FROM tpch.supplier, revenue
WHERE s_suppkey = supplier_no AND total_revenue = (SELECT MAX(total_revenue) FROM revenue)
ORDER BY s_suppkey
