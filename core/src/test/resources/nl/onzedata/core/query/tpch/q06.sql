-- uses: tpch.lineitem.l_discount filter, tpch.lineitem.l_discount measure, tpch.lineitem.l_extendedprice measure, tpch.lineitem.l_quantity filter, tpch.lineitem.l_shipdate filter
SELECT SUM(l_extendedprice * l_discount) AS revenue
FROM tpch.lineitem
WHERE l_shipdate >= DATE '1994-01-01' AND l_shipdate < DATE '1994-01-01' + INTERVAL '1' YEAR
  AND l_discount BETWEEN 0.06 - 0.01 AND 0.06 + 0.01 AND l_quantity < 24
